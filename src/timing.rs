//! Doing something later than now, or again and again. What is done is boxed, since one type of timer, or of
//! effect, weighs less than two.

use std::time::Duration;

use leptos::prelude::{Effect, request_animation_frame, set_timeout};

/// Does something once the view is there, and again whenever a signal that it reads changes.
pub fn effect(act: impl FnMut() + 'static) {
    let act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(act);
}

/// Does something after a while.
pub fn later(pause: Duration, act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    set_timeout(act, pause);
}

/// Does something as the next frame is made.
pub fn next_frame(act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    request_animation_frame(act);
}

/// Does something once the next frame is shown, which it would keep waiting.
pub fn after_frame(act: impl FnOnce() + 'static) {
    next_frame(move || later(Duration::ZERO, act));
}
