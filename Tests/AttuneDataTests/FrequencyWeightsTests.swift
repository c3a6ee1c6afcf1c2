import AttuneData
import AttuneTestSupport
import Testing

@Suite struct FrequencyWeightsTests {
  @Test func countsEachCaseAsOftenAsItSays() throws {
    let scores = ItemScores(
      names: ["a", "b"], columns: [[1, nil, 3, 4], [0.5, 300, nil, -2]])
    let weights = try FrequencyWeights(name: "n", values: [2, 1, 0, 3])
    let repeated = scores.repeated(by: weights)
    #expect(weights.total == 6)
    #expect(repeated.caseCount == 6)
    #expect(repeated.column(0) == [1, 1, nil, 4, 4, 4])
    #expect(repeated.column(1) == [0.5, 0.5, 300, -2, -2, -2])
    #expect(weights.repeating(["x", "y", "z", "w"]) == ["x", "x", "y", "w", "w", "w"])
  }

  @Test func weightsOfOneChangeNothing() throws {
    let scores = ItemScores(names: ["a"], columns: [[1, nil, 127, -127]])
    let weights = try FrequencyWeights(name: "n", values: [1, 1, 1, 1])
    #expect(scores.repeated(by: weights) == scores)
  }

  @Test(arguments: [
    ([1, -1], "in row 2 of the data 'n' is -1"), ([0.5, 1], "in row 1 of the data 'n' is 0.5"),
    ([nil, 1], "in row 1 of the data 'n' is blank"), ([0, 0], "every weight in 'n' is 0"),
    ([1e300, 1], "in row 1 of the data 'n' is 1e+300"),
    ([9e9, 1], "add up to more than 10000000 people"),
    ([9_999_999, 2], "add up to more than 10000000 people"),
  ])
  func refusesWhatIsNoNumberOfPeople(values: [Double?], words: String) {
    let thrown = #expect(throws: DataError.self) {
      try FrequencyWeights(name: "n", values: values)
    }
    #expect("\(thrown as Any)".contains(words) || thrown?.description.contains(words) == true)
  }
}
