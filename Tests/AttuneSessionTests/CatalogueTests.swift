import AttuneSession
import Testing

@Suite struct CatalogueTests {
  @Test func britishEnglishSaysEverything() {
    #expect(Catalogue.britishEnglish.missing.isEmpty)
    #expect(Catalogue.britishEnglish.months.count == 12)
  }

  @Test func noPhraseBlames() {
    for phrase in Phrase.allCases {
      let words = Catalogue.britishEnglish[phrase].lowercased()
      #expect(!words.contains("error") && !words.contains("invalid"))
    }
  }
}
