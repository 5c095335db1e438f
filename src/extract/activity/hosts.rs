//! Who is told behind the name of an activity to have held it: …在八一广场举行,|市文旅局主办, 活动由….

use super::context::Scene;
use super::doers::Doer;
use super::lexicon::lexicon;
use super::name::Named;
use crate::chars::is_separator;
use crate::document::starts_with;

impl Scene<'_> {
    /// Those who are told behind the name: …|由市文旅局主办、市图书馆承办, …在八一广场举行,|市文旅局主办; also by a later
    /// sentence of the paragraph or the first of the next, where it says 活动由….
    pub(super) fn hosts_behind(&self, named: &Named) -> Vec<Doer> {
        const FAR: usize = 260;
        let chars = self.doc.chars();
        let limit = chars.len().min(named.span.end + FAR);
        let mut found: Vec<Doer> = Vec::new();
        let (mut start, mut near) = (named.span.end, true);
        while start < limit {
            let stop = |&at: &usize| chars[at] != '、' && is_separator(chars[at]);
            let end = (start..limit).find(stop).unwrap_or(limit);
            let by = chars[start..end].iter().position(|&c| c == '由').map(|n| start + n);
            let by = by.filter(|&by| self.is_of(named, start, by, near));
            let said = found.len();
            let alone = near && matches!(self.doc.before(end), '办' | '行' | '织' | '起');
            if by.is_some() || alone || said > 0 {
                self.hosts_of_clause(by.map_or(start, |by| by + 1), end, by.is_some(), &mut found);
            }
            let next_line = chars.get(end) == Some(&'\n');
            if said > 0 && said == found.len() || next_line && !near {
                break;
            }
            near &= !next_line;
            start = end + 1;
        }
        found
    }

    /// Adds those whom a clause says to have held something, behind 由 or as all that it says: 市文旅局主办|、|市图书馆承办.
    fn hosts_of_clause(&self, mut from: usize, end: usize, told: bool, found: &mut Vec<Doer>) {
        let chars = self.doc.chars();
        let hosts = &lexicon().hosts;
        while let Some(verb) =
            (from..end).find(|&at| hosts.may_begin(chars[at]) && hosts.starts(&chars[at..]))
        {
            let (length, ()) = hosts.at_start(&chars[verb..]).unwrap_or((1, ()));
            let next = chars.get(verb + length);
            if told || matches!(next, None | Some('、' | ',' | '。' | ';' | '\n' | ')')) {
                found.extend(self.doers_in(from, verb).unwrap_or_default());
            }
            from = verb + length;
        }
    }

    /// Whether the clause that begins at `clause` and says 由 at `by` tells of the activity: its own, or 本次活动由…; farther
    /// than its paragraph, of 荷塘诗会, 本届诗会由….
    fn is_of(&self, named: &Named, clause: usize, by: usize, near: bool) -> bool {
        const LONGEST: usize = 8;
        let chars = self.doc.chars();
        let subject = &chars[clause..by];
        if clause == named.span.end || subject.is_empty() {
            return near;
        }
        let known = ["本届", "本次", "此次", "该", "这次", "整个", "这届"];
        let said =
            known.iter().find(|word| starts_with(subject, word)).map_or(0, |word| word.chars().count());
        let kind = &subject[said..];
        let again = !kind.is_empty() && chars[named.span.start..named.span.end].ends_with(kind);
        let any = || lexicon().sorts.ends(kind);
        kind.len() <= LONGEST && (again || matches!(kind, ['活', '动'] | ['比', '赛']) || near && any())
    }
}
