import AttuneData
import Testing

@Suite struct SettingAsideTests {
  private let scores = ItemScores(
    names: ["a", "b", "c"],
    columns: [[1, -99, -93, nil, -92], [1000, -97, -97.5, 2, nil], [-99, 1, 2, 3, 4]])

  @Test func takesCodesOutAndCountsThem() {
    let (rest, counts) = scores.settingAside(-99 ... -93, in: ["a", "b"])
    #expect(rest.column(0) == [1, nil, nil, nil, -92])
    #expect(rest.column(1) == [1000, nil, -97.5, 2, nil])
    #expect(rest.column(2) == [-99, 1, 2, 3, 4])
    #expect(counts == ["a": [-99: 1, -93: 1], "b": [-97: 1]])
    #expect(rest.missingCount(of: "a") == 3)
    #expect(rest.missingCount(of: "b") == 2)
    #expect(rest.missingCount(of: "nobody") == 0)
  }

  @Test func leavesEverythingElseAlone() {
    let (same, counts) = scores.settingAside(-120 ... -110, in: ["a", "b", "c"])
    #expect(same == scores)
    #expect(counts.isEmpty)
  }
}
