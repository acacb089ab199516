"""Writes the repository of a territory with python-tuf, as a content team with other tools than ours would.

    write.py --packs FIRST SECOND --now MOMENT --to FOLDER

FIRST and SECOND are what `cittadini build` wrote at two times. FOLDER gets:

    root.json   the root that ships with the app: two of three keys
    first/      a release of FIRST; facts, operators and each language are delegated to keys of their own
    forged/     what follows if one root key is stolen: a root with another online key, signed by that one alone
    second/     a release of SECOND: a root key, the online key and the keys of the languages are rotated; with patches
"""

import argparse
import copy
import json
import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import zstandard
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Signed,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

ONLINE = ("timestamp", "snapshot")


def signed_by(signed: Signed, signers: Iterable[CryptoSigner]) -> bytes:
    """The file of a role with the signatures of all these."""
    metadata = Metadata(signed)
    for signer in signers:
        metadata.sign(signer, append=True)
    return metadata.to_bytes()


def numbered(pack: bytes, seq: int) -> bytes:
    """A pack of `cittadini build`, which calls every state the first, under its own number."""
    header, records = pack.split(b"\n", 1)
    text = json.dumps(json.loads(header) | {"seq": seq}, sort_keys=True, separators=(",", ":"))
    return text.encode() + b"\n" + records


class Team:
    """The keys of a content team, and what it has published so far."""

    def __init__(self, now: datetime) -> None:
        self.expires = now.replace(microsecond=0) + timedelta(days=30)
        self.generated = now.strftime("%Y-%m-%dT%H:%M:%SZ")
        self.root_signers = [CryptoSigner.generate_ed25519() for _ in range(3)]
        self.targets_signers = [CryptoSigner.generate_ed25519() for _ in range(2)]
        self.role_signers: dict[str, CryptoSigner] = {}
        # The other scheme that phones know.
        self.online = CryptoSigner.generate_ecdsa()
        self.root = Root(expires=self.expires, consistent_snapshot=True)
        for role, signers in (("root", self.root_signers), ("targets", self.targets_signers)):
            for signer in signers:
                self.root.add_key(signer.public_key, role)
            self.root.roles[role].threshold = 2
        self.set_online(self.root, self.online)
        self.targets = Targets(expires=self.expires, delegations=Delegations({}, {}))
        self.snapshot = Snapshot(expires=self.expires)
        self.timestamp = Timestamp(expires=self.expires)
        self.roles: dict[str, Targets] = {}
        self.raw: dict[str, tuple[int, bytes]] = {}

    @staticmethod
    def set_online(root: Root, signer: CryptoSigner) -> None:
        """Lets this key alone sign timestamp and snapshot."""
        for role in ONLINE:
            for keyid in list(root.roles[role].keyids):
                root.revoke_key(keyid, role)
            root.add_key(signer.public_key, role)

    def delegate(self, role: str) -> None:
        """Gives a role a new key, and no other."""
        signer = CryptoSigner.generate_ed25519()
        self.role_signers[role] = signer
        keyid = signer.public_key.keyid
        self.targets.delegations.keys[keyid] = signer.public_key
        self.targets.delegations.roles[role] = DelegatedRole(role, [keyid], 1, True, [f"{role}.*"])

    def add(self, folder: Path, role: Targets, name: str, data: bytes, custom: dict) -> None:
        """Signs a target for a role, and writes it."""
        target = TargetFile.from_data(name, data, ["sha256"])
        target.unrecognized_fields["custom"] = custom
        role.targets[name] = target
        (folder / "targets" / f"{target.hashes['sha256']}.{name}").write_bytes(data)

    def add_pack(self, folder: Path, name: str, built: bytes) -> None:
        """Signs a pack that is new or has changed, and the patch from its last state."""
        seq, old = self.raw.get(name, (0, b""))
        if numbered(built, seq) == old:
            return
        raw = numbered(built, seq + 1)
        role = self.roles[name]
        role.targets.clear()
        state = {"raw_sha256": sha256(raw).hexdigest(), "raw_length": len(raw)}
        custom = {"seq": seq + 1, "schema": "1.0", "generated": self.generated} | state
        wire = zstandard.ZstdCompressor(level=19).compress(raw)
        self.add(folder, role, f"{name}.pack", wire, custom)
        if old:
            custom = {"from": seq, "to": seq + 1, "from_raw_sha256": sha256(old).hexdigest()}
            base = zstandard.ZstdCompressionDict(old, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
            patch = zstandard.ZstdCompressor(level=19, dict_data=base).compress(raw)
            self.add(folder, role, f"{name}.{seq}-{seq + 1}.patch", patch, custom | state)
        self.raw[name] = (seq + 1, raw)

    def release(self, folder: Path, packs: Path) -> None:
        """Signs what `cittadini build` wrote, and writes a release with the next numbers."""
        (folder / "metadata").mkdir(parents=True, exist_ok=True)
        (folder / "targets").mkdir(exist_ok=True)
        for pack in sorted(packs.glob("*.pack")):
            if pack.stem in self.roles:
                self.roles[pack.stem].version += 1
            else:
                self.delegate(pack.stem)
                self.roles[pack.stem] = Targets(expires=self.expires)
            self.add_pack(folder, pack.stem, pack.read_bytes())
        catalog = (packs / "catalog.json").read_bytes()
        self.add(folder, self.targets, "catalog.json", catalog, {"schema": "1.0"})
        for name, role in self.roles.items():
            self.write(folder, name, role, [self.role_signers[name]])
            self.snapshot.meta[f"{name}.json"] = MetaFile(role.version)
        self.write(folder, "root", self.root, self.root_signers)
        self.write(folder, "targets", self.targets, self.targets_signers)
        self.snapshot.meta["targets.json"] = MetaFile(self.targets.version)
        self.sign_online(folder)

    def sign_online(self, folder: Path) -> None:
        """Signs snapshot and timestamp."""
        self.write(folder, "snapshot", self.snapshot, [self.online])
        self.timestamp.snapshot_meta = MetaFile(self.snapshot.version)
        data = signed_by(self.timestamp, [self.online])
        (folder / "metadata/timestamp.json").write_bytes(data)

    @staticmethod
    def write(folder: Path, name: str, signed: Signed, signers: Iterable[CryptoSigner]) -> None:
        """Writes the file of a role under its version."""
        path = folder / "metadata" / f"{signed.version}.{name}.json"
        path.write_bytes(signed_by(signed, signers))

    def forge(self, folder: Path) -> None:
        """What somebody can write who has stolen one root key: a root to which that one is enough."""
        stranger = copy.copy(self)
        stranger.root = copy.deepcopy(self.root)
        stranger.root.version += 1
        stranger.root.roles["root"].threshold = 1
        stranger.online = CryptoSigner.generate_ecdsa()
        self.set_online(stranger.root, stranger.online)
        stranger.snapshot, stranger.timestamp = map(copy.deepcopy, (self.snapshot, self.timestamp))
        stranger.next_online()
        self.write(folder, "root", stranger.root, self.root_signers[:1])
        stranger.sign_online(folder)

    def rotate(self) -> None:
        """A root key, the online key and the keys of the languages go; new ones come."""
        gone = self.root_signers.pop(0)
        new = CryptoSigner.generate_ed25519()
        self.root.revoke_key(gone.public_key.keyid, "root")
        self.root.add_key(new.public_key, "root")
        self.root_signers.append(new)
        self.online = CryptoSigner.generate_ecdsa()
        self.set_online(self.root, self.online)
        self.root.version += 1
        for role in filter(lambda name: name.startswith("text-"), self.roles):
            self.delegate(role)
        self.targets.version += 1

    def next_online(self) -> None:
        """Counts the next release."""
        self.snapshot.version += 1
        self.timestamp.version += 1


def main() -> None:
    """Reads the command line and writes all three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packs", type=Path, nargs=2, required=True)
    parser.add_argument("--now", type=datetime.fromisoformat, required=True)
    parser.add_argument("--to", type=Path, required=True)
    arguments = parser.parse_args()
    first, forged, second = (arguments.to / name for name in ("first", "forged", "second"))

    team = Team(arguments.now)
    team.release(first, arguments.packs[0])
    shutil.copy(first / "metadata/1.root.json", arguments.to / "root.json")
    shutil.copytree(first, forged)
    team.forge(forged)
    shutil.copytree(first, second)
    team.rotate()
    team.next_online()
    team.release(second, arguments.packs[1])


if __name__ == "__main__":
    main()
