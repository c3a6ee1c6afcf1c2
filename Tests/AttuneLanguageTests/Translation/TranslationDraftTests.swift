import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation
import Testing

@Suite struct TranslationDraftTests {
  private func source(_ text: String) -> SourceText {
    SourceText(name: "met.cy.translation", content: text)
  }

  private func updated(
    _ text: String = TranslationExample.whole,
    for instrument: String = TranslationExample.instrumentText
  ) throws -> TranslationDraft {
    TranslationDraft(
      of: try TranslationExample.instrument(instrument), into: "cy", updating: source(text))
  }

  /// Fills every blank line with the words above it, between « and ».
  private func filled(_ text: String) -> String {
    var above = ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      defer { above = String(line) }
      guard above.hasPrefix("  was "), line.hasSuffix(":") || line.hasSuffix(" =") else {
        return String(line)
      }
      return "\(line) «\(above.dropFirst("  was ".count + line.count - 2).drop { $0 == " " })»"
    }.joined(separator: "\n")
  }

  @Test(arguments: Instrument.delivered) func asksForEveryText(_ name: String) throws {
    let instrument = try Instrument.delivered(name)
    let draft = TranslationDraft(of: instrument, into: "cy")
    let text = try #require(draft.text)
    #expect(draft.blankCount == instrument.texts.count)
    #expect(Formatting(of: source(text)).text == text, "it is laid out already")

    let blank = TranslationCompilation(of: source(text), for: instrument)
    #expect(Set(blank.findings.map(\.code)) == ["A321"])
    #expect(blank.translation?.untranslated(in: instrument) == instrument.texts)

    let done = TranslationCompilation(of: source(filled(text)), for: instrument)
    #expect(done.findings == [])
    let translation = try #require(done.translation)
    #expect(translation.untranslated(in: instrument).isEmpty)
    #expect(instrument.translated(by: translation) == instrument.translated(by: instrument.quoted))

    let again = TranslationDraft(of: instrument, into: "cy", updating: source(filled(text)))
    #expect(again.text == filled(text))
    #expect(again.blankCount + again.outOfDateCount + again.setAsideCount == 0)
  }

  @Test func aWholeTranslationStaysAsItIs() throws {
    #expect(try updated().text == TranslationExample.whole)
  }

  @Test func bringsAFileUpToDateAndLosesNothing() throws {
    let text =
      TranslationExample.whole
      .replacing("item known\n", with: "# Ask the group.\nitem known\n  # Is this plain enough?\n")
      .replacing("  help: Yn", with: "  # And this?\n  help: Yn")
      .replacing("  title: Tîm\n", with: "  title: Tîm\n  accept: A321 because we wait\n")
      + "# The end.\n"
    let instrument = TranslationExample.instrumentText
      .replacing("My worker knows me.", with: "My worker knows me well.")
      .replacing("  stem: Thinking of the last month:\n", with: "")
      .replacing("version: 0.3.0", with: "version: 0.4.0")
      .replacing("construct ease", with: "item new: A new one.\nconstruct ease")
    let draft = try updated(text, for: instrument)
    let result = try #require(draft.text)
    #expect(draft.blankCount == 1)
    #expect(draft.outOfDateCount == 1)
    #expect(draft.setAsideCount == 1)
    #expect(
      result.contains(
        """
        # Ask the group.
        item known
          # Is this plain enough?
          # Out of date. The words are now: My worker knows me well.
          was ask: My worker knows me.
          ask: Mae fy ngweithiwr yn fy adnabod.
          # And this?
          was help: Knows what matters to you.
          help: Yn gwybod beth sy'n bwysig i chi.
        item new
          was ask: A new one.
          ask:

        """))
    #expect(result.contains("  accept: A321 because we wait\n"))
    #expect(
      result.hasSuffix(
        """

        # The end.
        # No longer in the instrument; kept in case the words are of use.
        # section listening
        #   was stem: Thinking of the last month:
        #   stem: Wrth feddwl am y mis diwethaf:

        """))
    #expect(result.contains("from version: 0.4.0\n"))
    #expect(Formatting(of: source(result)).text == result)
    #expect(try updated(result, for: instrument).text == result, "twice changes nothing more")
    let findings = try TranslationExample.compile(result, for: instrument).findings
    #expect(findings.map(\.code) == ["A320", "A321"])
  }

  @Test func takesTheMarkAwayOnceTheLineIsMended() throws {
    let instrument = TranslationExample.instrumentText
      .replacing("My worker knows me.", with: "My worker knows me well.")
    let marked = try #require(try updated(for: instrument).text)
    let mended = marked.replacing(
      "was ask: My worker knows me.", with: "was ask: My worker knows me well."
    )
    .replacing("ask: Mae fy ngweithiwr yn fy adnabod.", with: "ask: Mae'n fy adnabod yn dda.")
    let again = try #require(try updated(mended, for: instrument).text)
    #expect(marked.contains("# Out of date."))
    #expect(!again.contains("# Out of date."))
    #expect(again.contains("ask: Mae'n fy adnabod yn dda.\n"))
  }

  @Test func leavesAFileThatItCannotRead() throws {
    let draft = try updated(TranslationExample.whole + "Some words\n")
    #expect(draft.text == nil)
    #expect(draft.findings.map(\.code) == ["A100"])
    let other = try updated(TranslationExample.whole.replacing("of met", with: "of another"))
    #expect(other.text == nil)
    #expect(other.findings.map(\.code) == ["A324"])
  }

  @Test func isLaidOutInOneForm() throws {
    let loose = """


      # A note.
      translation   of  met
      was title:Being met

      title :  Cael ein cyfarfod
      translator: Draft
      # the tag
      language:cy
      item  heard
      was   north=North
         north =Gogledd
      # about this one
      was ASK  person :  My worker.
      ask person:
      """
    let text = try #require(Formatting(of: source(loose)).text)
    #expect(
      text == """
        # A note.
        translation of met
          # the tag
          language: cy
          translator: Draft
          was title: Being met
          title: Cael ein cyfarfod

        item heard
          was north = North
          north = Gogledd
          # about this one
          was ask person: My worker.
          ask person:

        """)
    #expect(Formatting(of: source(text)).text == text)
    #expect(Formatting(of: source(TranslationExample.whole)).text == TranslationExample.whole)
    #expect(Formatting(of: source("translation of met\n  askk: x\n")).text == nil)
  }

  @Test(arguments: [
    "", ":", "=", ">", "#", "::", ": x", "was", "was:", "was =", "was :", "was = x", "was was: x",
    "item", "item:", "was ask", "was ask :", "was  north = ", "was 1 2 = x", "translation", "of",
    "translation of", "translation of met of met", "was read \u{1B}[31m: x", "accept:",
    "accept: A321", "language", "{", "was title: {", "title: }",
  ])
  func survivesScraps(_ scrap: String) throws {
    let instrument = try TranslationExample.instrument()
    let lines = TranslationExample.whole.components(separatedBy: "\n")
    for text in [
      scrap, "translation of met\n\(scrap)",
      (lines.prefix(12) + [scrap] + lines.dropFirst(12)).joined(separator: "\n"),
    ] {
      let compilation = TranslationCompilation(of: source(text), for: instrument)
      for format in FindingFormat.allCases {
        _ = format.render(compilation.findings, of: source(text))
      }
      let draft = TranslationDraft(of: instrument, into: "cy", updating: source(text))
      #expect((draft.text == nil) == !draft.findings.isEmpty)
      _ = Formatting(of: source(text))
    }
  }

  @Test func survivesDamage() throws {
    let lines = TranslationExample.whole.split(separator: "\n", omittingEmptySubsequences: false)
    let instrument = try TranslationExample.instrument()
    for index in lines.indices {
      let pieces = [
        lines[..<index] + lines[(index + 1)...],
        lines[..<index] + [lines[index].prefix(lines[index].count / 2)] + lines[(index + 1)...],
        lines[index...] + lines[..<index],
      ]
      for piece in pieces {
        let text = source(piece.joined(separator: "\n"))
        let compilation = TranslationCompilation(of: text, for: instrument)
        let mustFix = compilation.findings.contains { $0.level == .mustFix }
        #expect((compilation.translation == nil) == mustFix)
        _ = FindingFormat.text.render(compilation.findings, of: text)
        let draft = TranslationDraft(of: instrument, into: "cy", updating: text)
        #expect((draft.text == nil) == !draft.findings.isEmpty)
        if let written = draft.text {
          #expect(Formatting(of: source(written)).text == written)
        }
      }
    }
  }
}
