"""Updates from a repository with python-tuf's client and downloads every target, through the delegations.

    read.py --root ROOT --url URL --now MOMENT --to FOLDER

FOLDER keeps metadata and targets for the next time. Prints one object: where each target is, by its name.
"""

import argparse
import json
from datetime import datetime
from pathlib import Path

from tuf.api.metadata import Metadata, Targets
from tuf.ngclient import Updater


def targets_of(role: str, metadata: Path) -> Targets:
    """What a role signs, as the updater has verified and stored it."""
    return Metadata[Targets].from_file(str(metadata / f"{role}.json")).signed


def download(updater: Updater, name: str) -> str:
    """Fetches a target, unless it is there, and says where it is."""
    info = updater.get_targetinfo(name)
    if info is None:
        raise SystemExit(f"{name}: no role signs it")
    return updater.find_cached_target(info) or updater.download_target(info)


def main() -> None:
    """Reads the command line, and everything else."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--url", required=True)
    parser.add_argument("--now", type=datetime.fromisoformat, required=True)
    parser.add_argument("--to", type=Path, required=True)
    arguments = parser.parse_args()

    metadata, targets = arguments.to / "metadata", arguments.to / "targets"
    for folder in (metadata, targets):
        folder.mkdir(parents=True, exist_ok=True)
    updater = Updater(
        str(metadata),
        f"{arguments.url}/metadata/",
        str(targets),
        f"{arguments.url}/targets/",
        bootstrap=arguments.root.read_bytes(),
    )
    # The clock of the test; python-tuf offers no other way to set it.
    updater._trusted_set.reference_time = arguments.now
    updater.refresh()

    top = targets_of("targets", metadata)
    found = {name: download(updater, name) for name in top.targets}
    for role in top.delegations.roles if top.delegations else ():
        # The search for a pack is what loads the role of its name.
        found[f"{role}.pack"] = download(updater, f"{role}.pack")
        found |= {name: download(updater, name) for name in targets_of(role, metadata).targets}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
