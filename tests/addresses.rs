//! Addresses made from the register come back to their own codes.

use jianbao::document::Document;
use jianbao::extract::Context;
use jianbao::extract::community::Communities;
use jianbao::register::{AreaLevel, Class, Unit};
use jianbao::segment::Segmenter;

/// Sentences around an address.
const SENTENCES: &[&str] = &[
    "{}举办读书会。",
    "近日,{}开展清洁活动,居民都来参加。",
    "家住{}的老人收到了礼物。",
    "记者来到{},看到工人正在修路。",
    "据{}工作人员介绍,水管已经换好。",
    "10月8日,在{}党群服务中心,理发师为老人理发。",
    "{}12组的张家院子里,桂花开了。",
];

/// What stands before the name.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    Full,
    WithoutProvince,
    Township,
    Home,
}

#[derive(Debug, Default)]
struct Tally {
    asked: usize,
    right: usize,
    wrong: usize,
    examples: Vec<String>,
}

/// Addresses spread over the register, by a fixed step.
fn measure(number: usize) -> [(Form, Tally); 4] {
    let communities = Communities::default();
    let segmenter = Segmenter::new();
    let register = communities.register();
    let towns = register.all(AreaLevel::County).last().map_or(0, |c| c.towns.end);
    let mut tallies =
        [Form::Full, Form::WithoutProvince, Form::Township, Form::Home].map(|f| (f, Tally::default()));
    let mut seed = 1_u32;
    let mut random = |n: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % n
    };
    let mut asked = 0;
    while asked < number {
        let town = random(towns as usize) as u32;
        let units = register.units(town);
        let unit: &Unit = match units.len() {
            0 => continue,
            n => &units[random(n)],
        };
        let township = register.town(town);
        if unit.form().class == Class::Other
            || !["街道", "镇", "乡"].iter().any(|s| township.name.ends_with(s))
        {
            continue;
        }
        let (Some(province), Some(prefecture), Some(county)) = (
            register.above(AreaLevel::Province, town),
            register.above(AreaLevel::Prefecture, town),
            register.above(AreaLevel::County, town),
        ) else {
            continue;
        };
        let name = unit.everyday();
        let city = match prefecture.name {
            "市辖区" | "县" => province.name,
            p if p.contains("直辖") => "",
            p => p,
        };
        let province_name = if city == province.name { "" } else { province.name }; // 上海市 once
        let county_name = if county.name == city { "" } else { county.name };
        let (form, tally) = &mut tallies[asked % 4];
        let scope = match form {
            Form::Full | Form::WithoutProvince => county.towns.clone(),
            Form::Township => 0..u32::MAX,
            Form::Home if city.is_empty() || city == province.name => province.towns.clone(),
            Form::Home => prefecture.towns.clone(),
        };
        // Where another unit has the name (and the township), only null is right.
        let same = |u: &&Unit| {
            u.everyday() == name && (*form == Form::Home || register.town(u.town).name == township.name)
        };
        let unique =
            register.communities(&unit.stem, std::slice::from_ref(&scope)).iter().filter(same).count() == 1;
        let address = match form {
            Form::Full => format!("{province_name}{city}{county_name}{}{name}", township.name),
            Form::WithoutProvince => format!("{city}{county_name}{}{name}", township.name),
            Form::Township => format!("{}{name}", township.name),
            Form::Home => name.clone(),
        };
        let home = (*form == Form::Home).then(|| format!("{province_name}{city}"));
        let text = SENTENCES[random(SENTENCES.len())].replace("{}", &address);
        let doc = Document::new(&text, &[], &segmenter);
        let found = communities.extract(&doc, &Context { home: home.as_deref(), ..Context::default() });
        let code = register.code(unit);
        let given = found.iter().find(|c| c.name == name).and_then(|c| c.code.clone());
        let expected = unique.then_some(code);
        tally.asked += 1;
        tally.right += usize::from(given == expected);
        tally.wrong += usize::from(given.is_some() && given != expected);
        if given != expected && tally.examples.len() < 40 {
            let found: Vec<_> = found.iter().map(|c| (c.name.as_str(), c.code.as_deref())).collect();
            tally.examples.push(format!("{text} {home:?}: {expected:?}, not {found:?}"));
        }
        asked += 1;
    }
    tallies
}

fn hold(number: usize) {
    for (form, tally) in measure(number) {
        let share = |n: usize| n as f64 / tally.asked as f64;
        println!(
            "{form:?}: {:.4} right, {:.4} wrong of {}",
            share(tally.right),
            share(tally.wrong),
            tally.asked
        );
        // A small sample may miss by chance.
        let least = if form == Form::Home || number < 10_000 { 0.97 } else { 0.995 };
        if std::env::var_os("EXAMPLES").is_some() {
            tally.examples.iter().for_each(|e| println!("  {e}"));
        }
        assert!(share(tally.right) >= least, "{form:?}: {:#?}", tally.examples);
        assert!(share(tally.wrong) <= 0.001, "{form:?}: {:#?}", tally.examples);
    }
}

#[test]
fn addresses_come_back() {
    hold(1_200);
}

#[test]
#[ignore = "takes a minute; run with --ignored"]
fn twenty_thousand_addresses_come_back() {
    hold(std::env::var("ADDRESSES").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000));
}
