//! Who gets which role.

use super::role::Role;
use super::whence::is_institution;
use super::{Byline, Item, Signature};
use crate::Span;
use crate::chars::unspaced;
use crate::record::CorrespondentKind;

/// Gives every name its role: the last one before it, else the one directly after it.
pub(super) fn assign(chars: &[char], items: &[Item]) -> Option<Byline> {
    // 景  泰: what spaces justify is a name, whatever place is called so.
    let is_institution_at = |span: Span| {
        let name = unspaced(&chars[span.start..span.end]);
        (name.len() > 2 || span.len() == 2) && is_institution(&name)
    };
    let mut byline = Byline::default();
    let mut current: Option<(&Role, Span, Option<Span>)> = None;
    // First signature since the last role; those without a role may take one that follows.
    let mut open = 0;
    // Whether the names since then share a leading role over another one: 记者 张三 文 李四 摄.
    let mut shared = false;
    for (n, item) in items.iter().enumerate() {
        match item {
            Item::Role { role, text, outlet } => {
                byline.has_role = true;
                let names_before = byline.signatures.len() > open;
                let names_after = matches!(items.get(n + 1), Some(Item::Name(..)));
                // 张三/文 李四/图 ends in a role: roles follow names. 文/张三 图/李四 ends in a name: they lead.
                let roles_follow = matches!(items.last(), Some(Item::Role { .. }));
                let is_suffix = role.after && (!role.before || !names_after || names_before && roles_follow);
                if is_suffix {
                    if let Some(kind) = role.kind {
                        for signature in
                            byline.signatures[open..].iter_mut().filter(|s| shared || s.role.is_none())
                        {
                            signature.role = Some(*text);
                            signature.kind = kind;
                            signature.outlet = None;
                        }
                    }
                    shared = names_after && current.is_some_and(|(r, ..)| r.before && !r.after);
                    if !shared {
                        current = None;
                    }
                } else {
                    current = Some((role, *text, *outlet));
                    shared = false;
                }
                open = byline.signatures.len();
            }
            // 葛岭社区 洪小岩: whom the person belongs to.
            Item::Name(named)
                if is_institution_at(named.span)
                    && matches!(items.get(n + 1), Some(Item::Name(next)) if !is_institution_at(next.span)) => {
            }
            Item::Name(named) => {
                let (role, kind, outlet) = match current {
                    Some((role, ..)) if role.editor => continue,
                    Some((role, text, outlet)) => {
                        (role.kind.map(|_| text), role.kind.unwrap_or(CorrespondentKind::Author), outlet)
                    }
                    None => (None, CorrespondentKind::Author, None),
                };
                let parted = named.parted.clone();
                byline.signatures.push(Signature { span: named.span, role, kind, outlet, parted });
            }
        }
    }
    // Editors are named, but sign nothing: still a byline.
    let names_anybody = items.iter().any(|i| matches!(i, Item::Name(..)));
    (!byline.signatures.is_empty() || byline.has_role && names_anybody).then_some(byline)
}
