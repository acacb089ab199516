//! The rows: an attack, the defence that is taken away, how, and the test that must go red.

/// A defence, and the test that must notice when it is gone.
#[derive(Debug)]
pub(super) struct Defence {
    /// The row of the attack table.
    pub attack: &'static str,
    /// What is taken away.
    pub what: &'static str,
    /// The file, in the tree or in the library beside it.
    pub file: &'static str,
    /// The words that stand there once.
    pub from: &'static str,
    /// What stands there instead.
    pub to: &'static str,
    /// The package of the test.
    pub package: &'static str,
    /// The whole name of the test.
    pub test: &'static str,
}

impl Defence {
    /// Whether the words are in its name.
    pub(super) fn has(&self, words: &str) -> bool {
        self.attack.contains(words) || self.what.contains(words)
    }
}

macro_rules! defence {
    ($attack:literal, $what:literal, $file:literal, $from:literal => $to:literal, $test:literal) => {
        Defence {
            attack: $attack,
            what: $what,
            file: $file,
            from: $from,
            to: $to,
            package: "cittadini-core",
            test: $test,
        }
    };
}

/// All rows, in the order of the table.
pub(super) const DEFENCES: &[Defence] = &[
    defence!(
        "arbitrary content", "Ed25519 signatures are verified", "core/src/sync/crypto.rs",
        "key.verify_strict(data, &signature).map_err(verification)" => "{ let _ = (key, data, signature); Ok(()) }",
        "sync::tests::attacks::tampered::a_changed_byte_in_any_file_is_refused_and_what_was_there_is_read_on"
    ),
    defence!(
        "arbitrary content", "the bytes of a pack have the signed hash", "core/src/sync/target.rs",
        "bytes.len() as u64 == self.length\n            && self.hashes" => "bytes.len() as u64 <= self.length * 9 || self.hashes",
        "sync::tests::attacks::tampered::a_pack_that_was_only_squeezed_otherwise_is_refused"
    ),
    defence!(
        "arbitrary content", "the content of a pack has the signed hash", "core/src/pack.rs",
        "if raw_sha256 != hash {" => "if raw_sha256.len() != hash.len() {",
        "sync::tests::attacks::tampered::a_pack_whose_content_is_not_the_one_that_was_signed_is_refused"
    ),
    defence!(
        "endless data", "a file has a cap", "core/src/sync/asked.rs",
        "self.limit().saturating_add(1).saturating_sub(self.arrived())" => "u64::from(u32::MAX >> 6)",
        "sync::tests::attacks::endless::a_file_that_never_ends_is_cut_at_its_cap_and_refused"
    ),
    defence!(
        "endless data", "a body above the cap is refused", "core/src/sync/asked.rs",
        "if got > limit || total.is_some_and(|total| total > limit) {" => "if got == u64::MAX {",
        "sync::tests::attacks::endless::a_root_that_never_ends_is_cut_at_its_cap_and_refused"
    ),
    defence!(
        "endless data", "the transport stops at the cap", "core/src/sync/http.rs",
        "let mut answer = answer.take(cap);" => "let _ = cap;",
        "sync::http::tests::no_more_than_the_cap_is_read"
    ),
    defence!(
        "endless data", "a chain of roots has an end", "core/src/sync/workflow.rs",
        "const MAX_ROOTS: u32 = 256;" => "const MAX_ROOTS: u32 = 25_600;",
        "sync::tests::attacks::endless::a_chain_of_roots_that_never_ends_is_given_up"
    ),
    defence!(
        "endless data", "a pack is unpacked to its signed length", "core/src/pack.rs",
        "decoder.take(raw_length + 1)" => "decoder.take(u64::MAX)",
        "pack::tests::not_a_byte_more_is_unpacked_than_tells_that_it_is_too_long"
    ),
    defence!(
        "endless data", "no pack is longer than packs may be", "core/src/sync/plan.rs",
        "if custom.raw_length > MAX_RAW_LENGTH || target.length > MAX_RAW_LENGTH {" => "if custom.raw_length == u64::MAX {",
        "sync::tests::attacks::endless::a_bomb_that_announces_its_size_is_not_even_fetched"
    ),
    defence!(
        "slow retrieval", "a file has a longest time", "core/src/sync/http.rs",
        "while started.elapsed() < self.whole && " => "while ",
        "sync::http::tests::a_body_that_trickles_is_given_up"
    ),
    defence!(
        "rollback", "an older timestamp is refused", "core/src/sync/roles.rs",
        "Err(sigstore_tuf::Error::Rollback { .. }) if self.expiry != Expiry::Now => {" => "Err(sigstore_tuf::Error::Rollback { .. }) => {",
        "sync::tests::attacks::rollback::an_older_timestamp_is_refused"
    ),
    defence!(
        "rollback", "a timestamp names no older snapshot", "sigstore-tuf/src/trusted.rs",
        "if new_meta.version < cur_meta.version {\n                    return Err(Error::Rollback {\n                        role: \"snapshot" => "if new_meta.version == u64::MAX {\n                    return Err(Error::Rollback {\n                        role: \"snapshot",
        "sync::tests::attacks::rollback::a_new_timestamp_for_an_older_snapshot_is_refused"
    ),
    defence!(
        "rollback", "a snapshot names no older role", "sigstore-tuf/src/trusted.rs",
        "Some(new_meta) if new_meta.version < cur_meta.version => {" => "Some(new_meta) if new_meta.version == u64::MAX => {",
        "sync::tests::attacks::rollback::a_new_snapshot_that_names_an_older_role_is_refused"
    ),
    defence!(
        "rollback", "the verified timestamp is kept", "core/src/sync/roles.rs",
        "store.put(\"timestamp\", version, bytes)?;" => "let _ = version;",
        "sync::tests::attacks::rollback::an_older_timestamp_of_the_same_release_is_refused"
    ),
    defence!(
        "rollback", "a pack's seq has a floor", "core/src/sync/install.rs",
        "if target.state.seq < floor {" => "if target.state.seq == u64::MAX {",
        "sync::tests::attacks::rollback::a_pack_whose_seq_is_below_what_was_seen_is_refused_and_not_fetched"
    ),
    defence!(
        "withheld packs", "floors move with the metadata", "core/src/sync/trust.rs",
        "DO UPDATE SET seq = max(seq, excluded.seq)" => "DO NOTHING",
        "sync::tests::attacks::rollback::packs_that_are_withheld_do_not_keep_the_floor_down"
    ),
    defence!(
        "freeze", "what has expired is not taken", "core/src/sync/roles.rs",
        "Expiry::Now => self.now,\n            Expiry::Carried | Expiry::ReleaseDate => Timestamp::MIN," => "_ => Timestamp::MIN,",
        "sync::tests::attacks::rollback::a_frozen_release_is_taken_until_it_expires_and_read_for_ever"
    ),
    defence!(
        "freeze", "a failed check does not count as a check", "core/src/sync/install.rs",
        "Expiry::Now if self.report.problem.is_none() => {" => "Expiry::Now => {",
        "sync::tests::attacks::tampered::a_changed_byte_in_any_file_is_refused_and_what_was_there_is_read_on"
    ),
    defence!(
        "mix-and-match", "a snapshot is the one that the timestamp names", "sigstore-tuf/src/trusted.rs",
        "if new.signed.version != pin.version {\n            return Err(Error::IntegrityMismatch(format!(\n                \"snapshot" => "if new.signed.version == u64::MAX {\n            return Err(Error::IntegrityMismatch(format!(\n                \"snapshot",
        "sync::tests::attacks::rollback::files_of_two_releases_are_never_mixed"
    ),
    defence!(
        "mix-and-match", "a role is the one that the snapshot names", "sigstore-tuf/src/trusted.rs",
        "if new.signed.version != pin.version {\n            return Err(Error::IntegrityMismatch(format!(\n                \"{meta_name}" => "if new.signed.version == u64::MAX {\n            return Err(Error::IntegrityMismatch(format!(\n                \"{meta_name}",
        "sync::tests::attacks::rollback::files_of_two_releases_are_never_mixed"
    ),
    defence!(
        "mix-and-match", "a patch starts from what is installed", "core/src/sync/install.rs",
        "if sha256_hex(&base) != patch.from_raw_sha256 {" => "if patch.from_raw_sha256.is_empty() {",
        "sync::tests::attacks::rollback::a_patch_for_another_base_makes_way_for_the_full_pack"
    ),
    defence!(
        "fast-forward", "a rotated online key resets the floors", "core/src/sync/root.rs",
        "lost(\"timestamp\") || lost(\"snapshot\")" => "lost(\"timestamp\") && !lost(\"snapshot\")",
        "sync::tests::sessions::a_new_root_is_walked_and_a_rotated_key_resets_the_floors"
    ),
    defence!(
        "key compromise", "a threshold of keys signs", "sigstore-tuf/src/metadata/mod.rs",
        "if good.len() >= role_keys.threshold {" => "if good.len() <= role_keys.threshold {",
        "sync::tests::attacks::keys::the_key_of_one_language_signs_no_other"
    ),
    defence!(
        "key compromise", "the old root signs the new one", "sigstore-tuf/src/trusted.rs",
        "        verify_with_root(&new_root, &self.root.signed, \"root\")?;\n" => "",
        "sync::tests::attacks::keys::a_new_root_that_signs_itself_alone_is_refused"
    ),
    defence!(
        "key compromise", "a newer root is asked for once a day", "core/src/sync/metadata.rs",
        "SignedDuration::from_hours(24)" => "SignedDuration::from_hours(24_000)",
        "sync::tests::sessions::once_a_day_the_root_is_probed_too"
    ),
    defence!(
        "confused delegation", "a role names its own packs only", "core/src/sync/roles.rs",
        "if !may_name(delegation, target)? {" => "if target.is_empty() {",
        "sync::tests::attacks::keys::a_role_that_names_the_pack_of_another_is_refused"
    ),
    defence!(
        "confused delegation", "the first line says what the pack is", "core/src/pack.rs",
        "if header.pack != pack || header.seq != seq {" => "if header.seq != seq {",
        "sync::tests::attacks::keys::a_pack_whose_header_names_another_is_refused"
    ),
    defence!(
        "confused delegation", "the catalogue names the territory", "core/src/sync/metadata.rs",
        "if wanted.id != catalog.territory {" => "if wanted.id.is_empty() {",
        "sync::tests::attacks::broken_servers::a_repository_of_another_territory_is_refused"
    ),
    defence!(
        "captive portal", "a web page is no file", "core/src/sync/asked.rs",
        "if begins_like_a_page(&body) {" => "if body.is_empty() && begins_like_a_page(&body) {",
        "sync::tests::attacks::delivery::a_login_page_is_no_network_and_no_forgery"
    ),
    defence!(
        "captive portal", "no other host is followed", "core/src/sync/http.rs",
        "match same && !too_many {" => "match same || !too_many {",
        "sync::http::tests::another_host_is_not_followed"
    ),
    defence!(
        "truncated answer", "fewer bytes than announced are no file", "core/src/sync/asked.rs",
        "Some(expected) if got < expected => self.resume(body)," => "Some(expected) if got > expected => self.resume(body),",
        "sync::tests::attacks::delivery::an_answer_cut_short_again_and_again_is_no_network"
    ),
    defence!(
        "truncated answer", "a range is the one that was asked for", "core/src/sync/asked.rs",
        "if first.trim().parse::<u64>().ok()? != offset {" => "if first.trim().parse::<u64>().ok()? == u64::MAX {",
        "sync::tests::attacks::delivery::a_wrong_range_is_never_glued_to_what_there_is"
    ),
    defence!(
        "half content", "a pack is synced before it gets its name", "core/src/storage/native.rs",
        "file.sync_all().map_err(fault)?;" => "",
        "sync::tests::faults::order::a_pack_reaches_the_disk_before_its_rows_and_they_before_the_old_pack_goes"
    ),
    defence!(
        "half content", "the folder of the packs is synced", "core/src/storage/native.rs",
        "sync_folder(folder.unwrap_or(Path::new(\".\"))).map(|()| written)" => "folder.map_or(Ok(()), |_| Ok(())).map(|()| written)",
        "sync::tests::faults::order::a_pack_reaches_the_disk_before_its_rows_and_they_before_the_old_pack_goes"
    ),
    defence!(
        "half content", "the rows are synced before the old pack goes", "core/src/content/store.rs",
        "PRAGMA synchronous = FULL;" => "PRAGMA synchronous = NORMAL;",
        "sync::tests::faults::order::a_pack_reaches_the_disk_before_its_rows_and_they_before_the_old_pack_goes"
    ),
    defence!(
        "half content", "floors are synced before anything is applied", "core/src/sync/trust_file.rs",
        "PRAGMA synchronous = FULL;" => "PRAGMA synchronous = NORMAL;",
        "sync::tests::faults::order::a_pack_reaches_the_disk_before_its_rows_and_they_before_the_old_pack_goes"
    ),
    defence!(
        "half content", "a part that spoils its pack is fetched anew", "core/src/sync/install.rs",
        "Err(_) if arrived == Arrived::Resumed => {" => "Err(_) if task.source().length() == u64::MAX && arrived == Arrived::Resumed => {",
        "sync::tests::parts::a_part_that_is_wrong_is_thrown_away_and_the_pack_fetched_anew_once"
    ),
    defence!(
        "half content", "no room for a part is said", "core/src/sync/resume.rs",
        "Err(error) => self.not_kept = Some(error)," => "Err(_) => {}",
        "sync::tests::faults::disk_full::a_disk_that_is_full_at_any_write_leaves_the_old_state_and_says_so"
    ),
    defence!(
        "malicious mirror", "the next mirror is asked after a failure", "core/src/core.rs",
        "if elsewhere(&outcome) {" => "if elsewhere(&outcome) && mirror.is_empty() {",
        "sync::tests::mirrors::when_the_repository_is_down_its_mirrors_are_asked_in_turn"
    ),
    defence!(
        "malicious mirror", "no mirror is asked in clear", "core/src/sync/mirrors.rs",
        "(clear && mirror.starts_with(\"http://\"))" => "(clear || mirror.starts_with(\"http://\"))",
        "sync::tests::mirrors::no_mirror_is_asked_in_clear_for_a_repository_that_is_not"
    ),
    defence!(
        "malicious mirror", "a repository that is busy every day keeps no phone from its mirrors", "core/src/sync/retry.rs",
        ".min().flatten()" => ".max().flatten()",
        "sync::tests::schedule::a_busy_server_is_left_alone_unless_it_has_a_mirror"
    ),
    defence!(
        "key compromise", "a phone in the background asks often enough for a new root", "core/src/sync/schedule.rs",
        "SignedDuration::from_hours(6)" => "SignedDuration::from_hours(60)",
        "sync::tests::schedule::a_phone_in_the_background_notices_a_revoked_online_key_within_a_day_and_a_bit"
    ),
    defence!(
        "wrong clock", "an attempt that lies ahead stops no sync", "core/src/sync/schedule.rs",
        "*last <= now && !pause.is_zero()" => "!pause.is_zero()",
        "sync::tests::schedule::a_clock_that_was_wrong_stops_no_sync"
    ),
    defence!(
        "wrong clock", "what was seen signed bounds the clock", "core/src/sync/session.rs",
        "seen.map_or(config.now, |seen| seen.max(config.now))" => "seen.map_or(config.now, |_| config.now)",
        "sync::tests::attacks::clock::a_clock_that_was_put_back_does_not_revive_what_has_expired"
    ),
    defence!(
        "carried file", "one that was cut off is refused whole", "core/src/sync/archive.rs",
        "reader.seek(SeekFrom::End(0))? >= end.saturating_add(END)" => "end != u64::MAX",
        "sync::archive::tests::a_file_that_was_cut_off_is_refused_wherever_it_was_cut"
    ),
    defence!(
        "carried file", "a newer root is always looked for", "core/src/sync/metadata.rs",
        "let poll = self.config.expiry == Expiry::Now && fresh;" => "let poll = fresh;",
        "sync::tests::carried::a_newer_root_is_walked_to_though_the_phone_asked_for_one_today"
    ),
    defence!(
        "carried file", "root, targets and roles expire", "core/src/sync/roles.rs",
        "Expiry::Now | Expiry::Carried => self.now,\n            Expiry::ReleaseDate" => "Expiry::Now => self.now,\n            Expiry::Carried | Expiry::ReleaseDate",
        "sync::tests::carried::a_file_whose_roles_have_expired_is_refused_and_the_server_mends_it"
    ),
    defence!(
        "carried file", "it is of the phone's own territory", "core/src/core.rs",
        "(Expiry::Carried, None) => territory(trust)?," => "(Expiry::Carried, None) => territory(trust)?.filter(|_| false),",
        "sync::tests::carried::a_file_of_another_territory_is_refused_though_its_keys_are_the_same"
    ),
    defence!(
        "carried file", "it is no successful check", "core/src/sync/install.rs",
        "Expiry::Now if self.report.problem.is_none() => {" => "Expiry::Now | Expiry::Carried if self.report.problem.is_none() => {",
        "sync::tests::carried::a_file_is_no_check_and_the_next_one_at_the_server_is"
    ),
    defence!(
        "carried file", "it is taken in before it is handed out", "core/src/sync/export.rs",
        "let proof = prove(&Archive::new(out)?, &first, now, interrupt)" => "let proof = prove(&Archive::new(out)?, &first, now.min(Timestamp::UNIX_EPOCH), interrupt)",
        "sync::tests::carried::what_no_phone_would_take_is_not_handed_on"
    ),
    defence!(
        "sticker over the poster", "a known id is refused", "core/src/core/opened.rs",
        "self.known_by_id(&own, &offered.id) {" => "self.known_by_id(&own, \"\") {",
        "sync::tests::attacks::sticker::a_code_that_claims_a_known_id_is_refused_whatever_else_it_says"
    ),
    defence!(
        "sticker over the poster", "a known name is refused", "core/src/core/opened.rs",
        "find(|name| looks_like(name, &offered.name))" => "find(|name| name.is_empty() && looks_like(name, &offered.name))",
        "sync::tests::attacks::sticker::a_code_that_claims_a_known_name_in_any_spelling_is_refused"
    ),
    defence!(
        "sticker over the poster", "another spelling is the same name", "core/src/territories/names.rs",
        "folded(one) == folded(other)" => "{ let _ = folded; one == other }",
        "sync::tests::attacks::sticker::a_code_that_claims_a_known_name_in_any_spelling_is_refused"
    ),
    defence!(
        "sticker over the poster", "the root has the fingerprint of the poster", "core/src/sync/pinned_root.rs",
        "if of_root(&bytes) != invitation.fingerprint {" => "if of_root(&bytes).len() != invitation.fingerprint.len() {",
        "sync::tests::attacks::sticker::a_code_with_another_fingerprint_brings_nothing"
    ),
    defence!(
        "sticker over the poster", "the catalogue has the name of the poster", "core/src/sync/metadata.rs",
        "filter(|name| **name != catalog.name_it)" => "filter(|name| name.is_empty())",
        "sync::tests::attacks::sticker::an_added_territory_cannot_rename_itself_into_a_known_one"
    ),
    defence!(
        "sticker over the poster", "an added territory does not word the banner about itself", "core/src/content/read/header.rs",
        "self.say_from(&added.words, &message)" => "self.say(&message)",
        "sync::tests::attacks::sticker::an_added_territory_cannot_word_the_banner_about_itself"
    ),
    defence!(
        "sticker over the poster", "its inbox is not used until agreed", "core/src/territories/inbox.rs",
        "if added.inbox.as_deref() != Some(inbox)" => "if added.id.is_empty()",
        "sync::tests::territories::an_inbox_of_an_added_territory_is_not_used_until_the_reader_agreed_to_that_very_address"
    ),
    defence!(
        "recognition", "no validator is sent back", "core/src/sync/http.rs",
        "let mut get = self.client.get(&request.url);" => "let mut get = self.client.get(&request.url).header(\"if-none-match\", \"x\");",
        "sync::http::tests::a_request_says_nothing_about_the_device"
    ),
];

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs;

    use super::super::copy::{LIBRARY, library, replaced};
    use super::*;
    use crate::folder;

    /// A defence that was moved would be found at the next sabotage only, and that is not run every day.
    #[test]
    fn every_defence_stands_where_its_row_says() {
        let library = library().unwrap();
        for row in DEFENCES {
            let path = match row.file.strip_prefix(LIBRARY) {
                Some(file) => library.join(file.trim_start_matches('/')),
                None => folder::project().join(row.file),
            };
            let words = fs::read_to_string(&path).unwrap();
            assert_ne!(
                replaced(row.file, &words, row.from, row.to).unwrap(),
                words,
                "{}",
                row.what
            );
        }
    }

    #[test]
    fn every_row_names_a_test_that_there_is() {
        for row in DEFENCES {
            let mut path: Vec<&str> = row.test.split("::").collect();
            let name = path.pop().unwrap();
            let module = path.join("/");
            let inside = module.trim_end_matches("/tests");
            let found = [&module, inside].into_iter().any(|module| {
                let file = folder::project().join(format!("core/src/{module}.rs"));
                fs::read_to_string(file).is_ok_and(|words| words.contains(&format!("fn {name}(")))
            });
            assert!(found, "{}", row.test);
        }
    }
}
