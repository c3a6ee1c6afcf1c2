import AttuneInstrument
import Testing

@testable import AttuneSession

@Suite struct DateEntryTests {
  private let entry = DateEntry(months: Catalogue.britishEnglish.months)

  @Test(arguments: ["5/3/2026", "5 march 2026", "5th mar 2026", "2026-03-05", "05.03.2026"])
  func daysAreReadAsPeopleTypeThem(text: String) {
    #expect(entry.date(text, to: .day) == "2026-03-05")
  }

  @Test(arguments: ["31/4/2026", "29/2/2025", "29/2/1900", "0/1/2026", "5/3/26", "march 2026", ""])
  func daysThatAreNoneAreNotGuessed(text: String) {
    #expect(entry.date(text, to: .day) == nil)
  }

  @Test(arguments: ["5 Mawrth 2026", "5ed maw 2026", "5ED MAWRTH 2026"])
  func daysAreReadInWelsh(text: String) {
    let welsh = DateEntry(months: Catalogue.welsh.months)
    #expect(welsh.date(Entry.fold(text), to: .day) == "2026-03-05")
    #expect(entry.date("5 mawrth 2026", to: .day) == nil)
  }

  @Test func leapDaysAndYears() {
    #expect(entry.date("29/2/2024", to: .day) == "2024-02-29")
    #expect(entry.date("29/2/2000", to: .day) == "2000-02-29")
    #expect(entry.date("2026", to: .year) == "2026")
    #expect(entry.date("5/2026", to: .year) == nil)
  }
}
