//! Parts of the program that a first screen does not need: WebAssembly modules of their own, loaded
//! when a visitor first goes where they are needed.
//!
//! A part is what can be reached from one value and from nowhere else: a table of views, the texts of
//! a language. Who has awaited the value has it, so nothing can be shown before its part is there.
//! Without the feature `split`, natively and in tests, all parts are at hand.

use std::{future::poll_fn, pin::pin, task::Poll};

use rostrum_model::BundleError;

/// Awaits a static value that is a part with all that it leads to: `part!(timeline: Views = VIEWS)`.
/// The name is to stand in `src/embed/parts.js` and `tools/finish.mjs` as well.
///
/// # Errors
/// [`BundleError::Unreachable`] if the part cannot be fetched.
macro_rules! part {
    ($part:ident: $type:ty = $value:path) => {{
        #[cfg(feature = "split")]
        {
            #[wasm_split_helpers::wasm_split($part, fallible)]
            fn $part() -> Result<&'static $type, wasm_split_helpers::SplitLoaderError> {
                Ok(&$value)
            }
            $part().await.map_err(|_| $crate::part::unreachable(stringify!($part)))
        }
        #[cfg(not(feature = "split"))]
        std::future::ready(Ok::<&'static $type, rostrum_model::BundleError>(&$value)).await
    }};
}
pub(crate) use part;

/// Waits for two things that are on their way at the same time.
pub(crate) async fn both<A, B>(
    one: impl Future<Output = A>,
    other: impl Future<Output = B>,
) -> (A, B) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    poll_fn(|context| {
        if first.is_none()
            && let Poll::Ready(value) = one.as_mut().poll(context)
        {
            first = Some(value);
        }
        if second.is_none()
            && let Poll::Ready(value) = other.as_mut().poll(context)
        {
            second = Some(value);
        }
        if first.is_none() || second.is_none() {
            return Poll::Pending;
        }
        first.take().zip(second.take()).map_or(Poll::Pending, Poll::Ready)
    })
    .await
}

/// The error of a part that did not come.
#[cfg_attr(not(feature = "split"), expect(dead_code, reason = "all parts are at hand"))]
pub(crate) fn unreachable(part: &str) -> BundleError {
    BundleError::Unreachable {
        file: ["part-", part].concat(),
        reason: "a part of the program".to_owned(),
    }
}
