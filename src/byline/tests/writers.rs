//! Where writers are from, what they did, and who did not sign.

use super::super::{collective, office, read, text};
use super::{folded, short};

/// Every line reads as the value before it.
fn read_as(cases: &[(&str, &[&str])]) {
    for (want, lines) in cases {
        for line in *lines {
            assert_eq!(short(line), *want, "{line}");
        }
    }
}

#[test]
fn places_and_workplaces_are_left_off() {
    read_as(&[(
        "林晓彤/-",
        &[
            "宁夏中卫 林晓彤",
            "(安徽宿州 林晓彤)",
            "宿州 林晓彤",
            "(湖南/林晓彤)",
            "海湾县东溪乡 林晓彤",
            "海湾县东溪乡下坪村村民 林晓彤",
            "下坪村村民林晓彤",
            "葛岭社区居民林晓彤",
            "海湾大学中文系 林晓彤",
            "海湾区实验小学四(3)班 林晓彤",
            "采油四队家属 林晓彤",
            "(乘客 林晓彤)",
            "林晓彤(海湾区实验小学四(3)班)",
        ][..],
    )]);
}

/// Roles of one letter that are given names: nearer to the surname than that is to the name before it.
#[test]
fn given_names_that_are_roles_elsewhere() {
    read_as(&[
        ("乔木/记者 史诗/记者", &["本报记者  乔 木  史 诗"][..]),
        ("束文/记者 练红岩/记者", &["本报记者  束  文  练红岩"][..]),
        ("周文/记者 李图/记者", &["本报记者  周 文  李 图"][..]),
        ("宁文/通讯员 丁兰/记者", &["(通讯员 宁 文 记者 丁 兰)"][..]),
        ("陈林/文 李强/摄", &["(陈 林 文 李 强 摄)"][..]),
        ("陈小林/文 李强/图", &["文 陈小林 图 李强"][..]),
    ]);
}

#[test]
fn pen_names_and_names_run_together() {
    read_as(&[
        ("林晓彤/- 会宣/-", &["(林晓彤 会宣)"][..]),
        ("林晓彤/- 何建平/-", &["(林晓彤何建平)"][..]),
        ("林晓彤/通讯员 江公宣/通讯员", &["通讯员 林晓彤 江公宣"][..]),
    ]);
}

#[test]
fn homes_trades_and_kin_are_left_off() {
    read_as(&[
        // A city that people are called by too, before a clear name.
        ("林晓彤/-", &["吴忠 林晓彤", "海湾船厂钳工 林晓彤", "搬运工人 林 晓 彤", "女儿 林晓彤"][..]),
        ("小雪/-", &["女儿 小 雪", "妹妹 小 雪"][..]),
        ("林晓彤/文/图", &["文/图 生科院 林 晓 彤"][..]),
    ]);
    // Two names.
    read_as(&[("吴忠/- 李强/-", &["吴忠 李强"][..]), ("何建平/- 林晓彤/-", &["何建平 林晓彤"][..])]);
}

#[test]
fn places_that_reports_come_from() {
    read_as(&[
        ("林晓彤/记者", &["记者 林晓彤 北京、广州报道", "记者林晓彤光复报道", "(记者林晓彤光复报道)"][..]),
        ("林晓彤/记者 李强/记者", &["记者林晓彤李强报道"][..]),
    ]);
}

#[test]
fn others_are_counted_and_not_named() {
    read_as(&[
        ("林晓彤/-", &["林晓彤等十一人", "东溪乡 林晓彤等11户居民", "下坪村村民 林晓彤等人"][..]),
        ("林晓彤/- 何建平/-", &["农民 林晓彤 何建平等五人"][..]),
    ]);
}

#[test]
fn who_told_and_who_wrote_it_down() {
    read_as(&[
        (
            "林晓彤/口述 何建平/整理",
            &["林晓彤口述 何建平整理", "口述 林晓彤 整理 何建平", "口述:林晓彤 整理:何建平"][..],
        ),
        ("林晓彤/讲述 何建平/记者", &["讲述 林晓彤 整理 记者 何建平"][..]),
        ("林晓彤/整理", &["林晓彤 整理", "(林晓彤整理)"][..]),
        (
            "林晓彤/记者",
            &["记者 林晓彤 整理", "记者林晓彤/专访", "本报记者 林晓彤 调查", "采写 记者 林晓彤"][..],
        ),
        ("林晓彤/实习生", &["实习生 林晓彤 协助采访"][..]),
        ("林晓彤/文 苏月/绘", &["林晓彤 文 苏月 绘"][..]),
        ("林砚/绘", &["林 砚绘", "林砚 绘"][..]),
        ("林晓彤/小记者", &["小记者 林晓彤 指导老师 何建平"][..]),
    ]);
}

#[test]
fn words_of_roles_are_parts_of_names() {
    read_as(&[
        ("周文/-", &["周 文", "□周 文"][..]),
        ("李作/-", &["(李 作)"][..]),
        ("王译/通讯员", &["通讯员 王 译"][..]),
        ("林晓彤/记者 高原/摄影", &["记者 林晓彤 摄影 高原"][..]),
        ("汤介石/文 郁文/图", &["汤介石 文 郁文 图"][..]),
    ]);
}

#[test]
fn strokes_part_roles_and_names() {
    read_as(&[
        ("林晓彤/文", &["文丨林晓彤", "文‖林晓彤", "文·林晓彤"][..]),
        ("林晓彤/记者", &["记者林晓彤╱海湾报道", "记者林晓彤\\海湾报道"][..]),
        ("林晓彤/-", &["林晓彤\\海湾报道", "林晓彤/海湾报道"][..]),
    ]);
}

#[test]
fn notes_on_the_writer_are_left_off() {
    read_as(&[
        (
            "林晓彤/作者",
            &["(作者:林晓彤,系海湾作家协会会员)", "作者林晓彤为海湾大学教师", "作者:林晓彤(海湾大学教师)"][..],
        ),
        ("林晓彤/-", &["林晓彤 作者单位:海湾区实验小学"][..]),
        ("", &["(作者系海湾作家协会会员)", "(作者单位:海湾区实验小学)"][..]),
    ]);
}

#[test]
fn names_from_japan_are_not_parted() {
    read_as(&[
        ("小林美智子/记者", &["记者 小林美智子", "记者小林美智子"][..]),
        ("山本信太郎/摄", &["山本信太郎 摄"][..]),
    ]);
}

#[test]
fn places_alone_sign_nothing() {
    for line in ["(河北 任丘)", "(江苏 南京)", "扫码看视频", "(江苏南京)"] {
        assert_eq!(short(line), "", "{line}");
    }
}

/// Who signs a line of groups, behind whether it is one wherever it stands.
fn group(line: &str) -> Option<(bool, Vec<String>)> {
    let chars = folded(line);
    let sure = collective(&chars).is_some();
    office(&chars).map(|byline| (sure, byline.signatures.iter().map(|s| text(&chars, s.span)).collect()))
}

#[test]
fn groups_sign() {
    for (line, names) in [
        ("中共青石县委通讯组 青石日报记者", &["中共青石县委通讯组"][..]),
        ("青石机床厂工人理论小组", &["青石机床厂工人理论小组"]),
        ("(中共青石县委写作小组、青石大学批判组)", &["中共青石县委写作小组", "青石大学批判组"]),
        ("《前进》杂志评论员", &["《前进》杂志评论员"]),
        ("中共青石省委组织部", &["中共青石省委组织部"]),
        ("青石日报记者、新华社记者", &[]),
        ("本报特约通讯员 本报记者", &[]),
        ("本 报 评 论 员", &["本报评论员"]),
    ] {
        let names = names.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(group(line), Some((true, names)), "{line}");
    }
    for line in ["青石县水利局", "青石县政府办公室"] {
        assert_eq!(group(line), Some((false, vec![line.to_owned()])), "{line}");
    }
    for line in ["全县办起报道组", "我县有了通讯组", "记者", "春耕 记者", "省委书记谈春耕", "成立理论小组"]
    {
        assert!(collective(&folded(line)).is_none(), "{line}");
    }
}

#[test]
fn offices_that_somebody_holds_are_left_off() {
    read_as(&[(
        "林晓彤/-",
        &[
            "省农业厅厅长 林晓彤",
            "中共海湾县委书记 林晓彤",
            "全国妇女联合会副主席 林晓彤",
            "下坪大队党支部书记 林晓彤",
            "中医科 副主任医师 林晓彤",
            "骨科 主任医师 林晓彤",
            "市第三人民医院 药剂科主管药师 林晓彤",
            "海湾县妇幼保健院儿科主治医师 林晓彤",
            "省农科院 研究员 林晓彤",
        ],
    )]);
}

#[test]
fn behind_an_office_any_letters_are_a_name() {
    read_as(&[("宛如月/-", &["儿科 主任医师 宛如月", "海湾县农技站 高级农艺师 宛如月"])]);
    read_as(&[("甘露/-", &["海湾县人民医院肾内科护士长 甘露"])]);
    assert!(read(&folded("儿科 门诊 时间")).is_none());
}
