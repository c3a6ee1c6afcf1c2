import AttuneData
import AttuneTables
import Testing

@Suite struct ItemScoresTests {
  @Test func givesBackWhatWasCollected() {
    let columns: [[Double?]] = [[1, nil, -127], [127, 128, nil], [0.5, nil, 1e300]]
    let scores = ItemScores(names: ["a", "b", "c"], columns: columns)
    #expect((0..<3).map { scores.column($0) } == columns)
    #expect(scores[2, 0] == -127)
    #expect(scores[2, 1] == nil)
    #expect(scores[1, 1] == 128)
    #expect(scores.caseCount == 3)
  }

  @Test func keepsTheValueThatBytesUseForMissing() {
    #expect(ItemScores(names: ["a"], columns: [[-128, nil]]).column(0) == [-128, nil])
  }

  @Test func mayBeEmpty() {
    let scores = ItemScores(names: ["a"], columns: [[]])
    #expect(scores.caseCount == 0)
    #expect(scores.column(0).isEmpty)
  }
}
