//! Who signed or supplied the article, and the lead marker at its head.

#[cfg(test)]
mod tests;

use super::Context;
use crate::byline::{self, Byline};
use crate::chars::{fold, plain, without_spaces};
use crate::dateline::{self, Day, Marker};
use crate::record::{Correspondent, CorrespondentKind, Dateline};
use crate::split::{Block, BlockKind, maker};
use crate::{Document, Span};
use jiff::civil::Date;

/// Reads a line whose head is known: where its byline starts, and what it says.
type Reader = fn(&[char], &dateline::Lead) -> Option<(usize, Byline)>;

/// Where a byline may stand in an article.
struct Rule {
    name: &'static str,
    /// Lines of an article without headline; the last one holds the byline.
    #[cfg_attr(not(test), allow(dead_code))]
    example: &'static str,
    line: BlockKind,
    read: Reader,
}

const RULES: &[Rule] = &[
    Rule {
        name: "byline-line",
        example: "大家都说好。\n本报记者 张晓明 通讯员 李芳",
        line: BlockKind::Byline,
        read: |line, _| {
            let byline =
                byline::read(line).or_else(|| byline::office(line)).or_else(|| byline::pen_name(line));
            let byline = byline.or_else(|| byline::part(line));
            byline.map(|byline| (0, byline))
        },
    },
    Rule {
        name: "byline-after-marker",
        example: "本报讯(记者 张晓明 通讯员 李芳)昨日,大家都说好。",
        line: BlockKind::Paragraph,
        read: |_, lead| lead.byline.clone(),
    },
    Rule {
        name: "byline-at-end",
        example: "昨日,社区办起食堂,大家都说好。(记者张晓明 通讯员李芳)",
        line: BlockKind::Paragraph,
        read: |line, lead| {
            byline::tail(line).filter(|(at, _)| lead.byline.as_ref().is_none_or(|(head, _)| at > head))
        },
    },
];

/// The correspondents of a document, in printed order, and its dateline.
///
/// Looked at are lines that hold nothing but a byline, brackets after the lead marker, and the ends of paragraphs.
/// Reporters met in running text (`记者从…获悉`) are not correspondents.
pub fn extract(doc: &Document<'_>, context: &Context<'_>) -> (Vec<Correspondent>, Option<Dateline>) {
    let mut out: Vec<Correspondent> = Vec::new();
    let mut dateline = None;
    let mut started = false;
    // A picture's title on a page of pictures names who made it.
    if let [Block { kind: BlockKind::Headline, span }] = doc.blocks()[..] {
        let title = &doc.chars()[span.start..span.end];
        if let Some((at, byline)) = maker(title).and_then(|at| Some((at, byline::read(&title[at..])?))) {
            sign(doc, &mut out, byline, span.start + at, "maker");
        }
    }
    let mut blocks = doc.blocks().iter().peekable();
    while let Some(block) = blocks.next() {
        if !matches!(block.kind, BlockKind::Byline | BlockKind::Paragraph) {
            continue;
        }
        let line = &doc.chars()[block.span.start..block.span.end];
        // 本报通讯员 stands above the names.
        let below = blocks.peek().filter(|below| below.kind == BlockKind::Byline);
        if block.kind == BlockKind::Byline
            && let Some(below) = below.filter(|_| byline::is_bare_role(line))
        {
            let both = &doc.chars()[block.span.start..below.span.end];
            let both: Vec<char> = both.iter().map(|&c| if c == '\n' { ' ' } else { c }).collect();
            if let Some(byline) = byline::read(&both) {
                sign(doc, &mut out, byline, block.span.start, "byline-line");
                blocks.next();
                continue;
            }
        }
        let lead = dateline::lead(line);
        for rule in RULES.iter().filter(|rule| rule.line == block.kind) {
            if let Some((at, byline)) = (rule.read)(line, &lead) {
                sign(doc, &mut out, byline, block.span.start + at, rule.name);
            }
        }
        // Only at the head of the body: 据某社报道 further down is a source.
        let first = block.kind == BlockKind::Paragraph && !std::mem::replace(&mut started, true);
        if let (Some(marker), true) = (&lead.marker, first) {
            dateline = Some(describe(doc, context, marker, block.span.start));
        }
    }
    (out, dateline)
}

/// Adds the signatures of a byline that starts at `offset`; the same person signed twice is one entry.
fn sign(doc: &Document<'_>, out: &mut Vec<Correspondent>, byline: Byline, offset: usize, rule: &'static str) {
    // As printed: the dots of a name are not folded.
    let printed = |span: Span| without_spaces(doc.surface(span.shifted(offset)));
    let folded = |span: Span| -> String {
        let printed = printed(span);
        match printed.chars().all(|c| fold(c) == c) {
            true => printed,
            false => printed.chars().map(fold).collect(),
        }
    };
    for s in byline.signatures {
        let name = printed(s.span);
        if s.role.is_none() && byline::is_polite(&plain(&name)) {
            continue;
        }
        match out.iter_mut().find(|c| c.name == name) {
            // A photo credit of the reporter adds nothing; a role where there was none, or 作者, does.
            Some(known)
                if s.role.is_some()
                    && known
                        .role
                        .as_deref()
                        .is_none_or(|role| role == "作者" && s.kind != CorrespondentKind::Author) =>
            {
                known.role = s.role.map(folded);
                known.kind = s.kind;
                known.outlet = s.outlet.map(folded);
            }
            Some(_) => {}
            None => out.push(Correspondent {
                name,
                role: s.role.map(folded),
                kind: s.kind,
                outlet: s.outlet.map(folded),
                span: s.span.shifted(offset),
                rule: Some(match s.parted {
                    Some(parted) => format!("{rule} {parted}").into(),
                    None => rule.into(),
                }),
            }),
        }
    }
}

fn describe(doc: &Document<'_>, context: &Context<'_>, marker: &Marker, offset: usize) -> Dateline {
    let surface = |s: Span| doc.surface(s.shifted(offset)).to_owned();
    Dateline {
        marker: surface(marker.span),
        agency: marker.agency.map(surface),
        place: marker.place.map(surface),
        date: marker.date.and_then(|day| resolve(context, day)).map(|d| d.to_string()),
        span: marker.span.shifted(offset),
        rule: Some("marker".into()),
    }
}

/// The day named in a dateline: the last such day up to the day of printing.
fn resolve(context: &Context<'_>, Day { year, month, day }: Day) -> Option<Date> {
    if let (Some(year), Some(month)) = (year, month) {
        return Date::new(year, month, day).ok();
    }
    let printed = context.published?.date();
    // A dateline may run a day ahead of an early edition, never more.
    let latest = printed.tomorrow().ok()?;
    match month {
        Some(month) => {
            (0..2).filter_map(|back| Date::new(printed.year() - back, month, day).ok()).find(|&d| d <= latest)
        }
        None => {
            let last_month = printed.first_of_month().yesterday().ok()?;
            [printed, last_month]
                .iter()
                .filter_map(|m| Date::new(m.year(), m.month(), day).ok())
                .find(|&d| d <= latest)
        }
    }
}
