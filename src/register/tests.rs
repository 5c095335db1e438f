//! Tests of the register as a whole.

use super::*;

#[test]
fn the_embedded_register_is_whole() {
    let (head, body) = EMBEDDED.split_at(16);
    assert_eq!(checksum(body).to_le_bytes(), head[8..], "the file differs from what the generator wrote");
    assert!(EMBEDDED.len() < 5_000_000);
    let register = Register::embedded();
    let expected =
        Sizes { provinces: 31, prefectures: 342, counties: 2_978, townships: 41_352, communities: 620_573 };
    assert_eq!(expected, register.sizes());
}

#[test]
fn the_tables_are_of_this_register() {
    let again = build::refresh(EMBEDDED).expect("a register");
    assert!(again == EMBEDDED, "run examples/build_register: names were changed");
}

#[test]
fn every_unit_is_found_by_its_stem() {
    let register = Register::embedded();
    let mut checked = 0;
    for town in (0..register.sizes().townships as u32).step_by(211) {
        let township = register.town(town);
        assert!(register.townships(&township.name, &[township.range()]).contains(&town), "{township:?}");
        for unit in register.units(town) {
            assert!(register.communities(&unit.stem, &[township.range()]).contains(&unit), "{unit:?}");
            checked += 1;
        }
    }
    assert!(checked > 2_500);
}

#[test]
fn names_have_their_codes() {
    let register = Register::embedded();
    let cases = [
        ("崇川区", "幸福街道", "秦西", "320613021004"),
        ("崇川区", "新城桥街道", "城南新村", "320613004002"),
        ("崇川区", "文峰街道", "凤凰", "320613008009"),
        ("崇川区", "唐闸镇街道", "大南", "320613017016"),
        ("崇川区", "唐闸镇街道", "西洋桥", "320613017002"),
        ("崇川区", "城东街道", "濠东", "320613001010"),
        ("南通经济技术开发区", "小海街道", "紫琅", "320671004007"),
        ("东城区", "东华门街道", "多福巷", "110101001001"),
    ];
    for (county, town, stem, code) in cases {
        let area = register.areas(county).next().expect(county);
        let towns = register.townships(town, std::slice::from_ref(&area.towns));
        let units = register.communities(stem, &[register.town(towns[0]).range()]);
        assert_eq!(vec![code], units.iter().map(|u| register.code(u)).collect::<Vec<_>>(), "{stem}");
    }
}

#[test]
fn unknown_names_are_unknown() {
    let register = Register::embedded();
    let name = |s: &str| s.chars().collect::<Vec<_>>();
    for stem in ["", "甲乙丙丁戊", "党员志愿者", "𠀀"] {
        assert!(
            !register.knows_community(&name(stem), &[Class::Community, Class::Village], &[EVERYWHERE]),
            "{stem}"
        );
    }
    assert!(register.knows_community(&name("凤凰"), &[Class::Community], &[EVERYWHERE]));
    assert!(register.knows_township(&name("城东街道"), &[EVERYWHERE]));
    assert!(!register.knows_township(&name("东街道道"), &[EVERYWHERE]));
    assert_eq!(0, register.areas("崇川").count());
}

#[test]
fn damaged_bytes_do_no_harm() {
    for cut in [0, 7, 20, 60, 4_000, 200_000, EMBEDDED.len() - 1] {
        let _ = Register::open(&EMBEDDED[..cut]).map(|r| r.sizes());
    }
}

#[test]
fn townships_stand_without_their_county() {
    let register = Register::embedded();
    for (county, town) in [("博爱县", "磨头镇"), ("铁东区", "平东街道"), ("芒市", "芒市镇")]
    {
        let scopes: Vec<_> = register.areas(county).map(|area| area.towns.clone()).collect();
        assert!(register.knows_township(&town.chars().collect::<Vec<_>>(), &scopes), "{county}{town}");
    }
}
