import CittadiniKit
import Foundation
import Support

/// Keeps a page to be read, with what a tap on each line does.
func keep(_ page: Page, _ name: String) throws {
    let folder = Release.folder.appendingPathComponent("pages")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let banners = page.banners.map(outline)
    let passages = page.passages.map { passage in
        (["[\(passage.form) \(passage.id)]"] + passage.lines.map(outline)).joined(separator: "\n")
    }
    let text = (banners + passages).joined(separator: "\n\n") + "\n"
    try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
}

private func outline(_ line: Line) -> String {
    let tap = line.action.map { " -> \($0)" } ?? ""
    return "  \("\(line.role)".padding(toLength: 12, withPad: " ", startingAt: 0))\(line.words)\(tap)"
}
