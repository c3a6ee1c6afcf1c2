import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation
import Testing

/// The translations that stand beside the delivered instruments.
@Suite struct DeliveredTranslationTests {
  /// The names of their files.
  static let delivered: [String] = {
    let folder = Repository.root.appending(path: "instruments").path()
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".translation") }.sorted()
  }()

  @Test func thereIsOne() { #expect(Self.delivered == ["alongside.cy.translation"]) }

  @Test(arguments: delivered) func isWholeAndLaidOut(_ file: String) throws {
    let parts = file.split(separator: ".").map(String.init)
    let instrument = try Instrument.delivered(parts[0])
    let source = try Repository.text("instruments/\(file)")
    let compilation = TranslationCompilation(of: source, for: instrument)
    #expect(compilation.findings == [])
    #expect(Formatting(of: source).text == source.content)
    let translation = try #require(compilation.translation)
    #expect(translation.language == parts[1])
    #expect(translation.untranslated(in: instrument).isEmpty)
    #expect(translation.translator?.contains("not checked by a Welsh speaker") == true)
    let draft = TranslationDraft(of: instrument, into: parts[1], updating: source)
    #expect(draft.text == source.content, "it is up to date")
  }

  /// Only figures are the same in both languages: a line that was copied would show.
  @Test(arguments: delivered) func saysEverythingInItsLanguage(_ file: String) throws {
    let parts = file.split(separator: ".").map(String.init)
    let instrument = try Instrument.delivered(parts[0])
    let source = try Repository.text("instruments/\(file)")
    let translation = try #require(
      TranslationCompilation(of: source, for: instrument).translation)
    let same = instrument.texts.filter { translation[$0] == $0.words }.map(\.words)
    #expect(same == ["18-34", "35-54"])
  }
}
