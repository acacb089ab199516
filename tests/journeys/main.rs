//! Whole journeys, publisher → server → core, driven as a shell would. One binary; a test asserts that no file was
//! forgotten.

mod aliases;
mod attacks;
mod bad_weather;
mod carried;
mod changes;
mod dates;
mod design_system;
mod fact_base;
mod facts_in_prose;
mod first_sync;
mod freshness;
mod frozen;
mod golden;
mod golden_searches;
mod hours;
mod municipalities;
mod nginx;
mod notices;
mod offices;
mod one_process;
mod python_tuf;
mod real_content;
mod search;
mod small_changes;
mod territories;
mod tolerant;
mod triage;
mod triage_step;
mod trust;
mod when_due;

#[test]
fn no_file_of_tests_was_forgotten() {
    let folder = cittadini_tests::project().join("tests/journeys");
    let listed = std::fs::read_to_string(folder.join("main.rs")).expect("main.rs");
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        let module = name.trim_end_matches(".rs");
        assert!(
            module == "main" || listed.contains(&format!("mod {module};")),
            "{name} is in no «mod» line of main.rs, so its tests never run"
        );
    }
}
