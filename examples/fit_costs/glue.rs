//! Pages glued together at random from articles of known pages, as dumps come: columns broken in the midst of a
//! sentence, lines cut at one width, blank lines anywhere or nowhere, paragraphs set in or not, headlines on one line or
//! several, furniture in between.

use jianbao::split::fit::Known;
use jianbao::split::{Article, Label, Outlined, outline, split};
use std::fmt::Write;

/// A line of an article: what it is, and its text. Paragraphs are whole.
struct Part {
    label: Label,
    text: String,
}

/// An article, or the articles of a column under its heading.
pub(crate) struct Unit {
    section: Option<String>,
    articles: Vec<(Known, Vec<Part>)>,
}

/// The articles of a page that is split as gold has it: only of these is it known which line is what.
pub(crate) fn units(text: &str, known: &[Known]) -> Vec<Unit> {
    let (articles, lines) = (split(text), outline(text));
    let mut units: Vec<Unit> = Vec::new();
    if articles.len() != known.len() {
        return units;
    }
    for (article, known) in articles.iter().zip(known) {
        let own = lines.iter().filter(|line| line.article == Some(article.number));
        let Some(parts) = parts(article, known, own) else {
            // What stood beside it belongs together no longer.
            units.push(Unit { section: None, articles: Vec::new() });
            continue;
        };
        let whole = (known.clone(), parts);
        match units.last_mut() {
            Some(unit) if unit.section.is_some() && unit.section == known.section => {
                unit.articles.push(whole)
            }
            _ => units.push(Unit { section: known.section.clone(), articles: vec![whole] }),
        }
    }
    // Without a headline, only a lead marker tells where an article begins outside a column.
    let told = |(known, parts): &(Known, Vec<Part>)| known.headline.is_some() || is_marked(parts);
    units.retain(|unit| {
        !unit.articles.is_empty() && (unit.section.is_some() || unit.articles.iter().all(told))
    });
    units
}

fn is_marked(parts: &[Part]) -> bool {
    parts
        .first()
        .is_some_and(|part| part.text.chars().take(8).any(|c| matches!(c, '讯' | '訊' | '电' | '電')))
}

/// The lines of an article, its paragraphs whole; `None` where they are not as gold has them.
fn parts<'a>(
    article: &Article,
    known: &Known,
    lines: impl Iterator<Item = &'a Outlined<'a>>,
) -> Option<Vec<Part>> {
    let bare = |text: Option<&str>| text.map(|t| t.split_whitespace().collect::<String>());
    let same = bare(article.headline.as_deref()) == bare(known.headline.as_deref())
        && article.section == known.section
        && article.subheads == known.subheads;
    if !same {
        return None;
    }
    let mut parts: Vec<Part> = Vec::new();
    for line in lines {
        match parts.last_mut() {
            Some(last) if line.label == Label::Continued => last.text.push_str(line.text),
            _ => parts.push(Part { label: line.label, text: line.text.to_owned() }),
        }
    }
    (!parts.is_empty()).then_some(parts)
}

/// Numbers that look random and are the same in every run.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below another.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end.max(1)
    }

    /// Once in so many times.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i + 1));
        }
    }
}

/// How a page is printed.
struct Layout {
    /// The number of characters at which lines are cut.
    width: Option<usize>,
    /// Whether lines are measured in columns, a digit half as wide as a Han character.
    columns: bool,
    /// One paragraph in so many is broken where a column ends; none at 0.
    broken: usize,
    /// Whether a blank line parts what was broken.
    torn: bool,
    indent: &'static str,
    /// Blank lines: none, between articles, around titles too, between paragraphs too, anywhere, behind every line.
    blank: usize,
    /// The lines of a headline are printed as one.
    joined: bool,
    /// The halves of a headline's line are printed on lines of their own.
    halved: bool,
    furniture: bool,
}

impl Layout {
    fn draw(random: &mut Random) -> Self {
        let width = random.once_in(3).then(|| 14 + random.below(27));
        Layout {
            width,
            columns: random.once_in(2),
            broken: if width.is_some() { 0 } else { [0, 0, 3, 6][random.below(4)] },
            torn: random.once_in(2),
            indent: ["", "", "\u{3000}\u{3000}", "  "][random.below(4)],
            blank: random.below(6),
            joined: random.once_in(4),
            halved: random.once_in(3),
            furniture: random.once_in(3),
        }
    }
}

/// A page of some of the units.
pub(crate) fn glue(units: &[&Unit], random: &mut Random) -> (String, Vec<Known>) {
    const FURNITURE: [&str; 5] =
        ["上一篇 下一篇", "————————", "责编:何敏 校对:吴涛", "新闻热线:0500-5550000", "3上一篇 下一篇4"];
    let layout = Layout::draw(random);
    let mut drawn: Vec<&Unit> = (0..2 + random.below(8)).map(|_| units[random.below(units.len())]).collect();
    random.shuffle(&mut drawn);
    // A column ends where another begins: what stands under none comes first.
    drawn.sort_by_key(|unit| unit.section.is_some());
    drawn.dedup_by(|a, b| std::ptr::eq(*a, *b) || a.section.is_some() && a.section == b.section);
    let mut page = Printer { text: String::new(), layout, is_blank: true };
    if random.once_in(2) {
        page.line("海州晚报 2019年11月8日 星期五 第A07版");
        page.blank(1);
    }
    let mut known = Vec::new();
    for unit in drawn {
        page.blank(1);
        if let Some(section) = &unit.section {
            page.line(section);
            page.blank(2);
        }
        for (article, parts) in &unit.articles {
            page.blank(1);
            page.article(parts, random);
            known.push(article.clone());
            if page.layout.furniture && unit.section.is_none() && random.once_in(3) {
                page.line(FURNITURE[random.below(FURNITURE.len())]);
            }
        }
    }
    (page.text, known)
}

struct Printer {
    text: String,
    layout: Layout,
    is_blank: bool,
}

impl Printer {
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{line}");
        self.is_blank = false;
        if self.layout.blank == 5 {
            self.blank(5);
        }
    }

    /// A blank line, where the layout has as many.
    fn blank(&mut self, from: usize) {
        if self.layout.blank >= from && !self.is_blank {
            self.text.push('\n');
            self.is_blank = true;
        }
    }

    fn article(&mut self, parts: &[Part], random: &mut Random) {
        use Label::{Deck, Headline, Kicker, Subhead};
        let is_head = |part: &Part| matches!(part.label, Kicker | Headline | Deck);
        let head = parts.iter().take_while(|part| is_head(part)).count();
        if self.layout.joined && head > 0 {
            let lines: Vec<&str> = parts[..head].iter().map(|part| part.text.as_str()).collect();
            self.line(&lines.join(" "));
        } else {
            parts[..head].iter().for_each(|part| self.heading(&part.text));
        }
        self.blank(2);
        for part in &parts[head..] {
            if self.layout.blank == 3 || self.layout.blank == 4 && random.once_in(2) {
                self.blank(0);
            }
            match part.label {
                Subhead => {
                    self.blank(2);
                    self.line(&part.text);
                    self.blank(2);
                }
                Label::Paragraph | Label::Lead | Label::Caption => self.paragraph(&part.text, random),
                _ => self.line(&part.text),
            }
        }
    }

    /// A line of a headline, or its halves.
    fn heading(&mut self, text: &str) {
        match text.split_once(' ') {
            Some((a, b))
                if self.layout.halved && [a, b].iter().all(|half| half.trim().chars().count() >= 4) =>
            {
                self.line(a.trim());
                self.line(b.trim());
            }
            _ => self.line(text),
        }
    }

    /// A paragraph, in one line or more.
    fn paragraph(&mut self, text: &str, random: &mut Random) {
        let text: Vec<char> = self.layout.indent.chars().chain(text.chars()).collect();
        if let Some(width) = self.layout.width {
            let mut rest = &text[..];
            while !rest.is_empty() {
                let end = self.cut(rest, width);
                self.line(&rest[..end].iter().collect::<String>());
                rest = &rest[end..];
            }
            return;
        }
        let breaks = self.layout.broken > 0 && text.len() > 20 && random.once_in(self.layout.broken);
        let at = if breaks { 8 + random.below(text.len() - 12) } else { text.len() };
        self.line(&text[..at].iter().collect::<String>());
        if breaks {
            if self.layout.torn {
                self.blank(0);
            }
            self.line(&text[at..].iter().collect::<String>());
        }
    }

    /// How many characters go on a line of a width. A mark that may begin none hangs over its edge.
    fn cut(&self, text: &[char], width: usize) -> usize {
        let mut room = width * 2;
        let mut end = 0;
        for &c in text {
            let wide = if self.layout.columns && c.is_ascii() { 1 } else { 2 };
            if room < wide {
                break;
            }
            room -= wide;
            end += 1;
        }
        end + text[end..].iter().take_while(|&&c| "，。、；：！？”’）》,.;:!?)".contains(c)).count()
    }
}
