import AttuneData
import AttuneNumerics
import AttuneTables
import Testing

@Suite struct PairwiseItemsTests {
  @Test func takesForEachPairTheCasesThatHaveBoth() throws {
    let items = try PairwiseItems(
      ItemScores(
        names: ["a", "b", "c"],
        columns: [[1, 2, 3, 4, nil], [2, nil, 3, 5, 1], [1, 2, nil, 4, nil]]))
    // a and b share 1, 3, 4 and 2, 3, 5.
    #expect(abs(items.covariance[1, 0] - 13.0 / 6) < 1e-15)
    #expect(items.covariance[0, 0] == 5.0 / 3)
    #expect(items.means == [2.5, 2.75, 7.0 / 3])
    #expect(items.pairCounts == 2...3)
    #expect(items.account.note.contains("each pair of items on the 2 to 3 that have both"))
    #expect(items.account.used == 5)
  }

  @Test func isListwiseWhereNothingIsMissing() throws {
    var generator = SeededGenerator(seed: 5)
    let columns = (0..<4).map { _ in
      (0..<3_000).map { _ in Optional(Double(Int.random(in: -127...127, using: &generator))) }
    }
    for scale in [1.0, 0.1] {
      let scores = ItemScores(
        names: ["a", "b", "c", "d"], columns: columns.map { $0.map { $0.map { $0 * scale } } })
      let pairwise = try PairwiseItems(scores)
      let complete = try scores.complete(.forbid)
      #expect(pairwise.account.note == "3000 cases, all used")
      #expect(pairwise.pairCounts == 3_000...3_000)
      let covariance = complete.covariance()
      for i in 0..<4 {
        for j in 0...i {
          let difference = abs(pairwise.covariance[i, j] - covariance[i, j])
          // Whole numbers are counted; of the others only the order of the additions differs.
          #expect(scale == 1 ? difference == 0 : difference < 1e-11)
        }
      }
      #expect(scale != 1 || pairwise.means == complete.means())
    }
  }

  @Test func saysWhichPairHasTooLittleInCommon() {
    let apart = ItemScores(names: ["a", "b"], columns: [[1, 2, 3, nil], [nil, nil, 3, 4]])
    #expect(throws: DataError.fewPairs("b", "a", count: 1)) { try PairwiseItems(apart) }
    let alike = ItemScores(names: ["a", "b"], columns: [[1, 2, 3, 3], [nil, nil, 3, 4]])
    let error = #expect(throws: DataError.self) { try PairwiseItems(alike) }
    #expect(error?.description.contains("is the same for all 2 cases") == true)
  }

  @Test func leavesOutItemsThatTellNothing() throws {
    let items = try PairwiseItems(
      ItemScores(
        names: ["a", "b", "c", "d"],
        columns: [[1, 2, 3], [nil, nil, nil], [2, nil, 5], [4, 4, 4]]))
    #expect(items.names == ["a", "c"])
    #expect(items.cautions.map(\.id) == ["item-left-out", "item-left-out"])
  }
}
