import AttuneInstrument
import Foundation
import Testing

/// What the program shows on every way through every delivered instrument, kept to be read;
/// `ATTUNE_RECORD=1` writes it anew.
@Suite struct TranscriptTests {
  @Test(arguments: WholeInstrumentTests.ways)
  func isAsItWasAndCanBeReadAloud(_ way: WholeInstrumentTests.Way) throws {
    var walk = Walker(way)
    try walk.goOn()
    let file = Program.root.appending(path: "instruments/\(way.instrument.name).instrument")
    let language =
      way.instrument.language == "en-GB" ? [] : ["--language", way.instrument.language]
    let outcome = try Program.run(
      ["try", file.path()] + language, input: walk.lines.map { $0 + "\n" }.joined())
    #expect(outcome.status == 0, "\(outcome.messages)")
    checkReadAloud(outcome.output)
    try expectTranscript(outcome.output, way)
  }

  /// A screen reader says each line as it comes: there must be nothing to draw, nothing that has
  /// no sound, and the key of an answer comes before its words.
  private func checkReadAloud(_ text: String) {
    for scalar in text.unicodeScalars where scalar != "\n" {
      let kind = scalar.properties.generalCategory
      #expect(![.control, .format, .otherSymbol, .privateUse].contains(kind), "\(scalar)")
      #expect(!(0x2500...0x27BF ~= scalar.value), "\(scalar)")
    }
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(!text.contains("\n\n\n\n"))
    let lowered = text.lowercased()
    #expect(!lowered.contains("invalid") && !lowered.contains("error"))
  }

  private func expectTranscript(_ text: String, _ way: WholeInstrumentTests.Way) throws {
    let name = way.testDescription.replacing(" ", with: "-") + ".txt"
    let folder = Program.root.appending(path: "Tests/EndToEndTests/Transcripts")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    // The first line that differs says more than both texts.
    let pairs = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
    if let (line, other) = pairs.first(where: { $0 != $1 }) { #expect(line == other) }
    #expect(text.count == expected.count)
  }
}
