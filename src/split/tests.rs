//! Pages in small, each a way in which dumps are laid out.

use super::*;

#[test]
fn blocks_cover_the_text_line_by_line() {
    let page = "清理河道 守护碧水\n晚报讯 近日,某社区开展活动,居民纷纷参\n\n与其中。\n通讯员李晓芳";
    for article in split(page) {
        let chars: Vec<char> = article.text.chars().collect();
        let lines: Vec<&str> = article.text.lines().collect();
        assert_eq!(lines.len(), article.blocks.len());
        for (line, block) in lines.iter().zip(&article.blocks) {
            assert_eq!(chars[block.span.start..block.span.end].iter().collect::<String>(), *line);
        }
    }
}

#[test]
fn nothing_comes_of_nothing() {
    for page in ["", "\n\n", "  \u{3000}\n", "2019年11月8日 星期五\n上一版 下一版"] {
        assert_eq!(split(page), [], "{page:?}");
    }
}
