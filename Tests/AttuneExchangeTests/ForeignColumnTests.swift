import Testing

@testable import AttuneExchange

@Suite struct ForeignColumnTests {
  private func column(_ labels: [(Double, String)], _ values: [Double]) throws -> ForeignColumn {
    let table = ForeignTable(
      title: "", notes: [],
      variables: [
        .init(
          name: "team", label: "", isText: false, format: "F8.1",
          labels: labels.map { .init(value: $0.0, words: $0.1) }, measure: "nominal")
      ],
      rows: values.map { [.number($0)] })
    return try #require(ForeignColumn("team", of: table))
  }

  @Test func wordsStandForCodesWhereEachHasItsOwn() throws {
    let labels = [(10.0, "ten"), (2, "two"), (1.5, "between"), (3, "nobody")]
    let all = try column(labels, [10, 1.5, 2, 2])
    #expect(all.answers(of: ["10", "1.5", "2"])?.map(\.words) == ["between", "two", "ten"])
    // A code that a person sets aside is none that has to have words.
    let partly = try column(labels, [10, 2, -99])
    #expect(partly.answers(of: ["10", "2", "-99"]) == nil)
    #expect(partly.answers(of: ["10", "2"])?.map(\.code) == ["2", "10"])
  }

  @Test func wordsOfTwoCodesTellNobodyApart() throws {
    let twice = try column([(1, "Other"), (2, "Other"), (3, "None")], [1, 2, 3])
    #expect(twice.answers(of: ["1", "2", "3"]) == nil)
    #expect(twice.answers(of: ["2", "3"])?.map(\.words) == ["Other", "None"])
    #expect(try column([], [1]).answers(of: ["1"]) == nil)
    #expect(twice.answers(of: []) == nil)
  }
}
