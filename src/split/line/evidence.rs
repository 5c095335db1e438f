//! What can be seen of a line: the pieces of evidence that rows of costs ask for.

use std::fmt;

/// Declares [`Evidence`] with its variants in a list, so that a set can be walked.
macro_rules! evidence {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// A piece of evidence about a line of a page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Evidence { $($(#[$doc])* $name,)* }

        impl Evidence {
            /// All of them, in their order.
            pub const ALL: &'static [Evidence] = &[$(Evidence::$name,)*];

            const NAMES: &'static [&'static str] = &[$(stringify!($name),)*];
        }
    };
}

evidence! {
    // The line's own characters.
    /// At most 45 characters, not ending a sentence and holding no end of one: what a headline or crosshead looks like.
    Title,
    /// More than 45 characters, or a full line of a page whose lines are cut at one width.
    Long,
    /// Fewer than 9 characters.
    Brief,
    /// Two to six Han characters and nothing else.
    Tiny,
    /// Four Han characters: what most column headings have.
    Four,
    /// Two or three Han characters, and no column heading: a place, a name.
    Stub,
    /// Four characters or more that no list knows for a column heading.
    Unlisted,
    /// 12 characters or more.
    Full,
    /// 16 characters or more in one part: longer than most crossheads.
    Lengthy,
    /// Ends a sentence (or a quotation, or a bracket).
    Closed,
    /// Ends in a closing quotation mark or bracket.
    Quoted,
    /// Ends in a colon.
    Colon,
    /// Ends in a comma, or in 、.
    Comma,
    /// Two or more parts with spaces between, each of four characters or more.
    Parts,
    /// Two parts of equal length.
    Parallel,
    /// Ends in ——.
    Kicker,
    /// Holds —— inside: kicker and headline on one line.
    Dashed,
    /// Begins with ——.
    Deck,
    /// Holds a comma, full stop or the like.
    Marked,
    /// Leaves a quotation mark or bracket open.
    Unbalanced,
    /// Closes a quotation mark or title that it does not open.
    Unopened,
    /// Begins with a word that goes on from what was said before: 这, 其, 但, 据.
    Onward,
    /// Looks like a title, but has more commas than titles have.
    Prose,
    /// Holds words that run in sentences rather than in titles: 了, 的, 还.
    Wordy,
    /// A comma inside, and long for a title: a clause or two of a sentence.
    Clause,
    /// Says when or who says so, as sentences do in their midst: 昨日, 25日, 指出.
    Told,
    /// Short, and begins or ends in a verb or in 了, or is an idiom: 寒潮来袭, 全面扩围, 河道清了, 争分夺秒.
    Acts,
    /// Three to six Han characters that end in a noun, as column headings do, and begin with no place: 身边好人.
    Nominal,
    /// Two to five Han characters that name no office and no place, and say nothing of anybody: 心香一瓣, 面对面.
    Plain,
    /// Begins with a verb or an adverb: what somebody named above it does, 守着一所小学.
    Does,
    /// Short, and names an office or a place: 市教育局, 柳荫社区.
    Body,
    /// Begins with a mark that closes something: it cannot begin a sentence.
    Midway,
    /// Ends in a digit: a number was cut.
    Numeric,
    /// Has a comma or space after two to six characters, as in crossheads such as `精细管理,凝聚合力`.
    Hinged,
    /// Two to four Han characters that name a place: 山西, 古塔区.
    Place,
    /// Has a box or bullet before it.
    Boxed,
    /// Has a box or bullet before it, and is no byline.
    Bullet,
    /// A box or bullet before two to eight Han characters and nothing else: ▲午收前线, ◆ 有话请说.
    Flagged,
    /// Begins with a number or bullet of a list.
    Numbered,
    /// In 【】, or ends in >>, or holds 丨.
    Framed,
    /// A column heading all of which stands in 【】, or whose letters are set apart.
    Plated,
    /// All of it stands in round brackets.
    Bracketed,
    /// Ends in what kind of writing it heads: 冬至(诗), 天车(外一首).
    Genre,
    /// The name of a place or office before a colon, and text after it: `城南街道:楼道装上扶手`.
    Labelled,

    // What it says.
    /// Begins with a lead marker or a byline in brackets.
    Marker,
    /// Nothing but a lead marker.
    Dateline,
    /// Begins with a byline, after a lead marker or in its place.
    HeadSigned,
    /// Begins as leads do: with a date, 近日, 日前, 记者从….
    Lead,
    /// Nothing but a byline with a role.
    Byline,
    /// Nothing but one to three names, or a boxed name.
    Names,
    /// The names are such as people have, or stand in a frame: more than the shape of one.
    Likely,
    /// What may sign a letter: an office, or a reader.
    Sender,
    /// Where somebody lives or works, and who: `大河巷居民 何敏 吴涛`, `江北 一读者`.
    Sent,
    /// Ends with a byline after its last sentence.
    Signed,
    /// Ends with what may be a name after its last sentence.
    Trail,
    /// A byline of photographers only, on its own or after the last sentence.
    Credited,
    /// A byline of photographers, on a line by itself.
    Credit,
    /// Ends in a verb whose object must stand on the next line: 三部门部署.
    Open,
    /// Announces: 停水通知, 招领启事.
    Notice,
    /// The shape of a column heading, with an end from the list.
    Heading,
    /// Short, and ends or begins as the names of many columns do: 知识窗, 诗坛, 街坊问 社区答.
    Column,
    /// A column heading of at most four characters: 图片新闻.
    Label,
    /// Begins as captions do.
    Caption,
    /// Begins with 问:, 答: or the like.
    Speech,
    /// Nothing but a day: the end of a letter.
    Dated,
    /// The heading of a note inside an article: 核心提示, 新闻链接, 记者手记.
    Aside,
    /// Begins a piece that adds to the one before it: 又讯.
    Also,
    /// Addresses the editor: the beginning of a letter.
    Salute,
    /// Takes leave, as letters do: 此致, 敬礼.
    Leave,
    /// (完), (未完待续): the article ends here.
    End,

    // Where it stands.
    /// A blank line stood before it.
    Gap,
    /// A blank line stood before it, on a page that has few.
    Rift,
    /// A jump line stood before it: the article went on elsewhere.
    Jump,
    /// A jump line stood before it that says from where the article goes on.
    Resumed,
    /// Other furniture stood before it.
    Parted,
    /// A line stood before it that leads from article to article: 上一篇 下一篇.
    Apart,
    /// Set in, on a page that sets in its paragraphs.
    Indent,
    /// Not set in, on a page that sets in its paragraphs.
    Flush,
    /// Set in so far that it ends where lines end: a signature.
    Deep,
    /// Set in farther than paragraphs are, and ending before lines end: in the middle.
    Centred,
    /// A title over text with a blank line before it, on a page that has both kinds.
    Spaced,
    /// A title over text without a blank line before it, on a page that has both kinds.
    Close,
    /// As wide as a page's lines go, where all are cut at one width.
    Wide,
    /// One of several short lines without full stops: verse, or a table.
    Verse,
    /// Between two longer lines of verse, where a title announces several poems.
    Stanza,
    /// Another title on the page is built like it.
    Twin,
    /// A list of titles on the page names it.
    Announced,
    /// Two other titles and more are built like it.
    Triplet,
    /// The page signs none of its articles.
    Bare,
    /// The page ends after it.
    Last,

    // What it is to its neighbours.
    /// The line before breaks off in mid-sentence: running text without an end.
    Broken,
    /// A title behind the end of a sentence: no part of the line before, unless lines are cut at one width.
    Fresh,
    /// The line before breaks off, and leaves a quotation mark or bracket open.
    Mended,
    /// The line before ends in the first half of a word, and this one begins with the other.
    Torn,
    /// The line ends in the first half of a word, and the line after begins with the other.
    Tears,
    /// Ends in a word that wants another after it: 的, 和, 将.
    Hangs,
    /// The text after it repeats three pairs of its characters or more, as leads repeat what headlines say.
    Echoed,
    /// Repeats three pairs of characters or more of the title before it: text, not a part of the headline.
    Echoes,
    /// The text after it repeats nothing of it.
    Mute,
    /// Between two texts that have hardly a pair of characters together that the rest of the page has not.
    Severed,
    /// Between two texts that have several such pairs together: the one goes on with the other.
    Akin,
    /// A paragraph that a photographer signs, with none of the words of the title above it.
    Strange,
    /// Text that begins a brief without a headline, told by what stands around it: another lead marker, signatures before and
    /// behind it.
    Anew,
    /// Short, and the text after it repeats a pair of its characters.
    Touched,
    /// The line before goes to the page's width without ending a sentence.
    Wrapped,
    /// The line before is a title of the same length: two halves of one headline.
    EvenBefore,
    /// The line after is a title of the same length.
    EvenAfter,
    /// The line before is a title, longer or shorter by one character.
    NearBefore,
    /// The line after is a title, longer or shorter by one character.
    NearAfter,
    /// The line after is running text: long, or marked and closed.
    TextAfter,
    /// A short line over a title that has text after it, or over a bulleted line: what column headings are.
    Over,
    /// Two or three Han characters between a title and running text: a pen name.
    Pen,
    /// Two to six Han characters over running text; the next title is as long, and stands over text too.
    Step,
    /// One of the bulleted lines under a column heading, each an item.
    Series,
    /// One of the titles under a column heading that have a paragraph each.
    Listed,
    /// A place over a title, one of several below a column heading: the titles' first lines.
    Placed,
    /// The title before it heads a text that a lead marker opens: news, which seldom has crossheads.
    News,
    /// A whole title between another one and text.
    Lowest,
    /// The line after is a title half as long again, or longer.
    LongerAfter,
}

impl Evidence {
    /// The piece of a name.
    pub(in crate::split) fn named(name: &str) -> Option<Evidence> {
        Self::NAMES.iter().position(|known| *known == name).map(|at| Self::ALL[at])
    }
}

/// A set of evidence.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Set(u128);

impl Set {
    /// Whether a piece is in it.
    #[inline]
    pub const fn has(self, evidence: Evidence) -> bool {
        self.0 & (1 << evidence as u32) != 0
    }

    /// Several pieces.
    pub(in crate::split) const fn of(several: &[Evidence]) -> Set {
        let mut set = 0;
        let mut i = 0;
        while i < several.len() {
            set |= 1 << several[i] as u32;
            i += 1;
        }
        Set(set)
    }

    /// Whether it holds one of several pieces.
    #[inline]
    pub(in crate::split) const fn any(self, several: Set) -> bool {
        self.0 & several.0 != 0
    }

    #[inline]
    pub(in crate::split) fn put(&mut self, evidence: Evidence, seen: bool) {
        self.0 |= u128::from(seen) << evidence as u32;
    }

    pub(in crate::split) fn remove(&mut self, evidence: Evidence) {
        self.0 &= !(1 << evidence as u32);
    }

    /// What stands in both.
    pub(in crate::split) const fn and(self, other: Set) -> Set {
        Set(self.0 & other.0)
    }

    pub(in crate::split) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The places of its members in [`Evidence::ALL`].
    pub(in crate::split) fn places(self) -> impl Iterator<Item = usize> {
        let half = |mut bits: u64, from: usize| {
            std::iter::from_fn(move || {
                let place = bits.trailing_zeros() as usize;
                (bits != 0).then(|| {
                    bits &= bits - 1;
                    from + place
                })
            })
        };
        half(self.0 as u64, 0).chain(half((self.0 >> 64) as u64, 64))
    }

    /// Its members, in the order of [`Evidence::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Evidence> {
        self.places().map(|place| Evidence::ALL[place])
    }
}

impl fmt::Debug for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_was_put() {
        let mut set = Set::default();
        for &evidence in Evidence::ALL {
            assert!(!set.has(evidence));
            set.put(evidence, true);
            set.put(evidence, false);
        }
        assert_eq!(set.iter().collect::<Vec<_>>(), Evidence::ALL);
        assert!(set.any(Set::of(&[Evidence::Gap, Evidence::Last])) && !Set::default().any(set));
    }
}
