use super::*;

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// A small generator of our own: the same names in every run.
struct Draw(u64);

impl Draw {
    fn unit(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f32 / (1u64 << 24) as f32
    }

    /// One of `weighted`, by weight.
    fn from<T: Copy>(&mut self, weighted: &[(T, f32)]) -> T {
        let mut left = self.unit() * weighted.iter().map(|(_, w)| w).sum::<f32>();
        let found = weighted.iter().find(|(_, w)| {
            left -= w;
            left <= 0.0
        });
        found.unwrap_or(&weighted[0]).0
    }
}

/// Names drawn from the tables: a third of two characters, the rest of three, one in a hundred with a compound surname.
struct Names {
    surnames: Vec<(&'static str, f32)>,
    places: [Vec<(char, f32)>; 3],
}

impl Names {
    fn load() -> Self {
        let rows = || lexicon::rows(include_str!("../../data/surnames.tsv"));
        let surnames = rows().filter_map(|row| Some((row[0], row[1].parse().ok()?))).collect();
        let place = |n: usize| {
            lexicon::rows(include_str!("../../data/name_chars.tsv"))
                .filter_map(|row| Some((row[0].chars().next()?, row[n].parse().ok()?)))
                .collect()
        };
        Names { surnames, places: [place(1), place(2), place(3)] }
    }

    fn draw(&self, draw: &mut Draw) -> Vec<char> {
        let mut name = chars(draw.from(&self.surnames));
        if draw.unit() < 0.33 {
            name.push(draw.from(&self.places[0]));
        } else {
            name.push(draw.from(&self.places[1]));
            name.push(draw.from(&self.places[2]));
        }
        name
    }
}

#[test]
fn the_packed_tables_are_those_of_today() {
    let packed = pack(concat!(env!("CARGO_MANIFEST_DIR"), "/data").as_ref()).expect("data/");
    let stale = "data/names.bin is stale: cargo run --example build_names";
    assert!(packed == include_bytes!("../../data/names.bin"), "{stale}");
}

#[test]
fn names_run_together_part_where_they_should() {
    let (names, mut draw) = (Names::load(), Draw(2022));
    for together in 1..=3 {
        let total = 600;
        let right = (0..total)
            .filter(|_| {
                let parts: Vec<Vec<char>> = (0..together).map(|_| names.draw(&mut draw)).collect();
                let lengths: Vec<usize> = parts.iter().map(Vec::len).collect();
                part(&parts.concat()) == Some(lengths)
            })
            .count();
        assert!(right * 100 >= total * 95, "{together} names: {right} of {total}");
    }
}

#[test]
fn a_parting_says_how_sure_it_is() {
    let parting = parting(&chars("张文方国安")).expect("names");
    assert_eq!(parting.lengths, [2, 3]);
    let (next, times) = parting.next.expect("another way");
    assert!(next == [3, 2] && times > 2.0, "{next:?} {times}");
}

#[test]
fn names_stand_out_of_text() {
    for name in [
        "张晓明",
        "李芳",
        "王建国",
        "欧阳文",
        "区小雯",
        "郝鹏",
        "白羽",
        "鄂岚",
        "唐棣",
        "封丽",
        "张国樑",
        "张曉明",
    ] {
        assert!(odds(&chars(name)).is_some_and(|o| o > 1.0), "{name}: {:?}", odds(&chars(name)));
    }
    for word in [
        "黄金周",
        "时候",
        "江边",
        "安全帽",
        "关系",
        "成立",
        "时间长",
        "武汉人",
        "许多",
        "马上",
        "周末",
        "和平",
    ] {
        assert!(odds(&chars(word)).is_none_or(|o| o < 1.0), "{word}: {:?}", odds(&chars(word)));
    }
}

#[test]
fn every_table_is_read() {
    assert!(('一'..='龟').filter(|&c| beginning(c).surname).count() > 500);
    assert!(is_word_pair('社', '区') && !is_word_pair('区', '社') && !is_word_pair('a', 'b'));
    assert!(surname(&chars("張曉明")).is_some_and(|(length, share)| length == 1 && share > 1.0));
}
