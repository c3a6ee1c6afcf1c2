import AttuneNumerics
import AttuneTables
import Testing

@testable import AttuneData

@Suite struct RepeatedCasesTests {
  /// Answers from 1 to 5 of people who have nothing to do with each other.
  private func answers(people: Int, items: Int, choices: Int = 5) -> [[Double?]] {
    let generator = MersenneTwister(seed: 11)
    return (0..<people).map { _ in
      (0..<items).map { _ in Double(1 + generator.index(below: choices)) }
    }
  }

  private func scores(_ rows: [[Double?]]) -> ItemScores {
    let items = rows.first?.count ?? 0
    return ItemScores(
      names: (0..<items).map { "i\($0)" },
      columns: (0..<items).map { item in rows.map { $0[item] } })
  }

  @Test func namesPeopleWhoStandThereTwice() {
    var rows = answers(people: 100, items: 30)
    rows[40][3] = nil
    rows.append(rows[7])
    rows.append(rows[40])
    let scores = scores(rows)
    #expect(scores.repeatedCases().map(\.first) == [7, 40])
    #expect(scores.repeatedCases().map(\.again) == [100, 101])
    #expect(
      scores.repeatedCaseCautions.map(\.text) == [
        "The same answers throughout: rows 8 and 101, rows 41 and 102. Has somebody been entered "
          + "twice? Rows are counted from the first one of data."
      ])
  }

  @Test func saysNothingOfPeopleWhoDiffer() {
    #expect(scores(answers(people: 300, items: 20)).repeatedCases().isEmpty)
  }

  @Test func saysNothingWhereAgreementIsLikely() {
    var rows = answers(people: 200, items: 8, choices: 2)
    rows.append(rows[0])
    #expect(scores(rows).repeatedCases().isEmpty)
  }

  @Test func saysNothingOfOneAnswerThroughout() {
    var rows = answers(people: 50, items: 40)
    rows[3] = Array(repeating: 3, count: 40)
    rows[9] = Array(repeating: 3, count: 40)
    #expect(scores(rows).repeatedCases().isEmpty)
  }

  @Test func namesAtMostThreePairs() {
    var rows = answers(people: 20, items: 30)
    rows += rows[0..<5]
    let text = scores(rows).repeatedCaseCautions.first?.text ?? ""
    #expect(text.contains("rows 3 and 23, and 2 more."))
  }
}
