import Foundation
import Testing

@Suite struct FormatTests {
  private let scratch: ScratchFolder
  private let loose = "instrument i: I\nversion:1.0.0\n"
  private let laidOut = "instrument i: I\n  version: 1.0.0\n"

  init() throws { scratch = try ScratchFolder() }

  @Test func laysAFileOutAndSaysSo() throws {
    let file = try scratch.write(loose, to: "i.instrument")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    let outcome = try Program.run(["format", file])
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages == "\(file): laid out.\n")
    #expect(try scratch.text("i.instrument") == laidOut)
    let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(permissions as? Int == 0o644)
  }

  @Test func writesNothingWhereNothingChanges() throws {
    let file = try scratch.write(laidOut, to: "i.instrument")
    let url = URL(filePath: file)
    let before = try url.resourceValues(forKeys: [.contentModificationDateKey])
    let outcome = try Program.run(["format", file])
    #expect(outcome.status == 0)
    #expect(outcome.messages.isEmpty)
    let after = try URL(filePath: file).resourceValues(forKeys: [.contentModificationDateKey])
    #expect(after.contentModificationDate == before.contentModificationDate)
  }

  @Test func namesTheFilesThatWouldChange() throws {
    let file = try scratch.write(loose, to: "i.instrument")
    let other = try scratch.write(laidOut, to: "j.instrument")
    let outcome = try Program.run(["format", "--check", file, other])
    #expect(outcome.status == 1)
    #expect(outcome.output == "\(file)\n")
    #expect(try scratch.text("i.instrument") == loose)
  }

  @Test func readsStandardInput() throws {
    let outcome = try Program.run(["format", "-"], input: loose)
    #expect(outcome.status == 0)
    #expect(outcome.output == laidOut)
    #expect(try Program.run(["format", "--check", "-"], input: laidOut).status == 0)
    #expect(try Program.run(["format", "-", "other"], input: laidOut).status == 64)
  }

  @Test func leavesAFileThatItCannotRead() throws {
    let text = loose + "verzion: 1\n"
    let file = try scratch.write(text, to: "i.instrument")
    let other = try scratch.write(loose, to: "j.instrument")
    let outcome = try Program.run(["format", file, other, scratch.path("missing.instrument")])
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("I left '\(file)' as it is"))
    #expect(outcome.messages.contains("I could not find"))
    #expect(try scratch.text("i.instrument") == text)
    #expect(try scratch.text("j.instrument") == laidOut, "one file does not hold up the others")
  }
}
