import AttuneInstrument
import AttuneSession
import Testing

@Suite struct CatalogueTests {
  @Test(arguments: Catalogue.all) func saysEverything(_ catalogue: Catalogue) {
    #expect(catalogue.missing.isEmpty)
    #expect(catalogue.months.count == 12)
    #expect(Set(catalogue.months.map { $0.prefix(3) }).count == 12, "three letters are enough")
  }

  @Test(arguments: Catalogue.all) func hasTheSamePlaces(_ catalogue: Catalogue) {
    for phrase in Phrase.allCases {
      #expect(
        catalogue.inserts(in: phrase) == Catalogue.britishEnglish.inserts(in: phrase), "\(phrase)")
    }
    #expect(Catalogue.britishEnglish.inserts(in: .part) == ["number", "total", "title"])
  }

  @Test(arguments: Catalogue.all) func namesTheWordsThatAlwaysWork(_ catalogue: Catalogue) {
    let phrases: [(Phrase, Word)] = [
      (.wordSkip, .skip), (.wordBack, .back), (.wordPause, .pause), (.wordStop, .stop),
      (.wordWhy, .why), (.wordSupport, .support), (.wordAgain, .again), (.wordHelp, .help),
    ]
    for (phrase, word) in phrases {
      #expect(catalogue[phrase].hasPrefix("\(word.rawValue): "))
    }
  }

  @Test func saysNothingInAnotherLanguagesWords() {
    let same = Phrase.allCases.filter { Catalogue.welsh[$0] == Catalogue.britishEnglish[$0] }
    // Marks of quotation are the same in both, and the others name what people type.
    #expect(Set(same) == [.typeHelp, .placeholder, .quoted])
  }

  @Test func isFoundByItsTag() {
    #expect(Catalogue.speaking("en-GB")?.language == "en-GB")
    #expect(Catalogue.speaking("EN-us")?.language == "en-GB")
    #expect(Catalogue.speaking("cy")?.isDraft == true)
    #expect(Catalogue.speaking("pl") == nil)
  }

  @Test func noPhraseBlames() {
    for phrase in Phrase.allCases {
      let words = Catalogue.britishEnglish[phrase].lowercased()
      #expect(!words.contains("error") && !words.contains("invalid"))
    }
  }

  /// The journal holds codes, never words: the language in which it is read changes nothing.
  @Test func aSessionInAnotherLanguageReplaysAlike() {
    var walk = Walk { $0.catalogue = .welsh }
    #expect(walk.screen.prompt == Catalogue.welsh[.pressEnterToGoOn])
    walk.type("", "1", "1", "", "1", "1", "1", "")
    walk.type("1", "3", "2", "4", "1", "5", "1", "1", "1", "3", "1, 3", "Mai 2020", "Caredig")
    walk.type("Maen nhw'n gwrando", ".", "post")
    #expect(walk.answers["since"] == .value(.date("2020-05")))
    var english = Walk()
    for event in walk.events { english.handle(event) }
    #expect(english.answers == walk.answers)
    #expect(english.session.step == walk.session.step)
    #expect(english.recorded == walk.recorded)
  }
}
