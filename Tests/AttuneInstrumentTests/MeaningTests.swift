import AttuneInstrument
import Foundation
import Testing

@Suite struct MeaningTests {
  private func instrument() -> Instrument {
    var instrument = Instrument(
      name: "i", title: "I", version: "1", status: .draft, language: "en-GB", author: "A",
      licence: "CC BY 4.0", consent: Consent(), support: Support())
    instrument.sections = [
      Section(
        name: "s", title: "S",
        items: [
          Item(
            name: "q", wordings: [.init(InsertText("Do you?"))],
            format: .chooseOne([
              Choice(code: 1, name: "yes", label: "Yes"), Choice(code: 2, name: "no", label: "No"),
            ]))
        ])
    ]
    return instrument
  }

  @Test func isTheSameBytesForTheSameMeaning() throws {
    #expect(try instrument().meaning() == instrument().meaning())
  }

  @Test func comesBackWhole() throws {
    let decoded = try JSONDecoder().decode(Instrument.self, from: instrument().meaning())
    #expect(decoded == instrument())
  }

  @Test func changesWithAWordOrACode() throws {
    var changed = instrument()
    changed.sections[0].items[0].wordings[0].text = InsertText("Did you?")
    #expect(try changed.meaning() != instrument().meaning())
    changed = instrument()
    changed.sections[0].items[0].format = .chooseOne([Choice(code: 3, name: "yes", label: "Yes")])
    #expect(try changed.meaning() != instrument().meaning())
  }

  /// What is new must be absent when unused, or every stored hash would change with a release.
  @Test func leavesOutWhatIsNotUsed() throws {
    let text = String(decoding: try instrument().meaning(), as: UTF8.self)
    for key in ["roleChoice", "stem", "askFirst", "contentNote", "isAskedOnRequest", "null"] {
      #expect(!text.contains(key))
    }
  }
}
