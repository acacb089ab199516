//! Names to find things by: they travel with the words, and no screen knows of them.

use cittadini_core::screens::Translation;
use cittadini_tests::{Phone, Workshop, day, sync};

const PROCEDURE: &str = "permesso-di-prova";

#[test]
fn new_aliases_change_no_screen_and_are_no_news() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).reading("ar", Some("Valprova")).open(day(0));
    sync(&core).unwrap();
    let (procedure, offices) = (core.procedure(PROCEDURE).unwrap(), core.offices().unwrap());
    for lang in ["it", "ar"] {
        let file = format!("text/{lang}/{PROCEDURE}.yaml");
        let text = workshop.read(&file);
        workshop.write(&file, &format!("{text}aliases: [\"pds\", \"kit\"]\n"));
        workshop.write(
            &format!("text/{lang}/ufficio-prove-valprova.yaml"),
            "aliases: [\"sportello blu\"]\n",
        );
    }
    workshop.publish(day(0));
    assert_eq!(sync(&core).unwrap().records_written, 4);
    assert_eq!(core.procedure(PROCEDURE).unwrap(), procedure);
    assert_eq!(core.offices().unwrap(), offices);
    assert!(core.changes(None).unwrap().items.is_empty());
}

#[test]
fn aliases_alone_do_not_hide_that_the_rest_is_not_translated() {
    let workshop = Workshop::invented();
    workshop.write(&format!("text/ar/{PROCEDURE}.yaml"), "aliases: [\"pds\"]\n");
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).reading("ar", None).open(day(0));
    sync(&core).unwrap();
    let screen = core.procedure(PROCEDURE).unwrap();
    assert_eq!((screen.title.language.as_str(), screen.title.fallback), ("it", true));
    assert_eq!(screen.title.translation, Translation::Original);
    assert!(screen.translation.is_some(), "it says that it is Italian");
}
