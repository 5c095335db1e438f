//! Numbers that a page sets before its headlines, one after the other: `01 | …`, `02 | …`.

/// A line's number, and the line behind it.
fn number(line: &str) -> Option<(u32, &str)> {
    /// `8 | 副刊·老街` is a page's number and name.
    const SHORTEST: usize = 6;
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let number = line[..digits].parse().ok().filter(|_| digits <= 2)?;
    let rest = line[digits..].trim_start().strip_prefix(['|', '丨', '｜'])?.trim_start();
    // 1 | 海州队 | 10胜2负 is a row of a table.
    let title = rest.chars().nth(SHORTEST - 1).is_some() && !rest.contains(['|', '丨', '｜']);
    title.then_some((number, rest))
}

/// The number of a record, on a line of its own with zeros before it: 0002.
fn record(line: &str) -> Option<u32> {
    let padded = (3..=6).contains(&line.len()) && line.starts_with('0');
    (padded && line.bytes().all(|b| b.is_ascii_digit())).then(|| line.parse().ok()).flatten()
}

/// Whether the headlines of a page are numbered, on their lines or above them.
pub(super) fn are_set(lines: &[&str]) -> bool {
    let number_of = |line: &str| number(line).map(|(number, _)| number).or_else(|| record(line));
    let mut numbers = lines.iter().filter_map(|line| number_of(line));
    numbers.next() == Some(1) && numbers.next() == Some(2)
}

/// A line without its number.
pub(super) fn without(line: &str) -> &str {
    match record(line) {
        Some(_) => "",
        None => number(line).map_or(line, |(_, rest)| rest),
    }
}

#[cfg(test)]
mod tests {
    use crate::split::split;

    #[test]
    fn numbers_are_not_of_the_headlines() {
        let page = "01 | 敬老院喝上了自来水\n桥头乡敬老院日前打成一眼机井,老人们都说好。\n\
                    02 | 他把诊所开到了地头\n桥头村医生吴涛每天到地头出诊,看病不收钱。";
        let records = page.replace("01 | ", "0001\n").replace("02 | ", "----\n0002\n");
        for page in [page, &records] {
            let headlines: Vec<_> = split(page).into_iter().filter_map(|a| a.headline).collect();
            assert_eq!(headlines, ["敬老院喝上了自来水", "他把诊所开到了地头"]);
        }
        let page = "8 | 副刊·老街\n敬老院喝上了自来水\n桥头乡敬老院日前打成一眼机井,老人们都说好。";
        assert_eq!(split(page)[0].page.as_deref(), Some("8"));
    }
}
