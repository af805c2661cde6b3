//! How vendors and vouchers are compared: spellings of the same are the same text.
//!
//! In: a cell. Out: the text that is compared; empty where there is nothing to compare. Vendors: without case, blanks,
//! punctuation, legal form, `&` and `und`, umlauts as their transcriptions. Vouchers: letters and digits only, or digits
//! only. Nothing is guessed beyond that: two names that differ in a letter are two vendors.

/// Words that say in which form a business is run; wherever they stand in a name, they tell no two vendors apart.
const FORMS: [&str; 29] = [
    "ag",
    "aoer",
    "bv",
    "co",
    "eg",
    "ek",
    "ev",
    "gbr",
    "ggmbh",
    "gmbh",
    "inc",
    "kg",
    "kdoer",
    "kgaa",
    "limited",
    "llc",
    "llp",
    "ltd",
    "mbh",
    "nv",
    "ohg",
    "partgmbb",
    "plc",
    "sa",
    "sarl",
    "se",
    "ug",
    "vvag",
    "haftungsbeschraenkt",
];

/// Words for `&`.
const AND: [&str; 3] = ["and", "u", "und"];

/// A vendor's name as it is compared: `Müller & Söhne GmbH` is `MUELLER UND SOEHNE`.
#[must_use]
pub fn vendor(name: &str) -> String {
    let words = words(name);
    let own: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !FORMS.contains(word) && !AND.contains(word))
        .collect();
    if own.is_empty() { words.concat() } else { own.concat() }
}

/// A voucher as it is compared: letters and digits, without case.
#[must_use]
pub fn voucher(cell: &str) -> String {
    folded(cell).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// A voucher's digits without zeros before them: `RE-2014/0815` is `20140815`. Empty where it has none but zeros.
#[must_use]
pub fn digits(cell: &str) -> String {
    let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

/// A name's words; letters that stand alone in a row are one (`e. V.`, `G.m.b.H.`).
fn words(name: &str) -> Vec<String> {
    let (mut words, mut alone): (Vec<String>, bool) = (Vec::new(), false);
    for word in folded(name).split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let letter = word.chars().count() == 1 && !AND.contains(&word);
        match words.last_mut() {
            Some(last) if letter && alone => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
        alone = letter;
    }
    words
}

fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            '\u{308}' => folded.push('e'), // the two dots on their own
            letter => folded.push(letter),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_vendor_are_alike() {
        let same = [
            "Müller & Söhne GmbH",
            "MUELLER UND SOEHNE",
            "Mu\u{308}ller u. So\u{308}hne G.m.b.H.",
            "Müller-Söhne GmbH & Co. KG",
        ];
        for name in same {
            assert_eq!(vendor(name), "muellersoehne", "{name}");
        }
        assert_eq!(vendor("Sportverein 05 e. V."), vendor("Sportverein 05"));
        assert_eq!(vendor("Netz Dienste AG"), vendor("Netzdienste"));
        assert_ne!(vendor("Netzdienste Nord"), vendor("Netzdienste Süd"));
        assert_eq!(vendor("AG"), "ag", "a name of nothing but a form is a name");
        assert_eq!(vendor(" - "), "");
    }

    #[test]
    fn a_voucher_is_letters_and_digits_or_digits_only() {
        assert_eq!(voucher("RE-2014/0815"), voucher("re 2014 0815"));
        assert_eq!(digits("RE-2014/0815"), digits("20140815"));
        assert_eq!(digits("000815"), "815");
        assert_eq!((voucher("--"), digits("RE-000")), (String::new(), String::new()));
    }
}
