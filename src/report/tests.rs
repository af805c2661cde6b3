//! The formats, over a small cooperation.

use super::*;

mod cooperation;

use cooperation::{Cooperation, located};

#[test]
fn look() {
    let two = Cooperation::of_two();
    let statement = two.statement();
    for language in [Language::De, Language::En] {
        let document = document(&statement, &located(&statement), language);
        println!("{}", text(&document, language));
    }
    let document = document(&statement, &located(&statement), Language::De);
    println!("{}", md(&document, Language::De));
    println!("{}", csv(&document, Language::De));
    println!("{}", json(&statement, &located(&statement), Language::De));
}
