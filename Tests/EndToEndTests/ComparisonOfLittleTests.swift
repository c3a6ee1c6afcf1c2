import Foundation
import Testing

/// Every comparison of groups on data that are hardly data, through the command: a result without NaN
/// or infinity, or words that say why there is none.
@Suite struct ComparisonOfLittleTests {
  private static let twoGroups = [
    "welch-t-test", "student-t-test", "yuen-t-test", "mann-whitney", "brunner-munzel",
    "permutation-test", "effects", "resampled-effects", "bayes-factor", "assumptions",
  ]
  private static let severalGroups = [
    "welch-anova", "one-way-anova", "brown-forsythe-anova", "kruskal-wallis", "games-howell",
    "tukey-hsd", "dunnett", "dunn", "pairwise-t-tests", "assumptions",
  ]

  private static func text(_ rows: [(String, String)]) -> String {
    "g,y\n" + rows.map { "\($0),\($1)\n" }.joined()
  }

  private static let two: [(name: String, text: String)] = [
    ("a group of one", text([("a", "1"), ("b", "2"), ("b", "3"), ("b", "5")])),
    ("one each", text([("a", "1"), ("b", "2")])),
    ("two each", text([("a", "1"), ("a", "3"), ("b", "2"), ("b", "7")])),
    ("no variance in one", text([("a", "2"), ("a", "2"), ("b", "3"), ("b", "4"), ("b", "6")])),
    (
      "no variance in the second",
      text([("a", "2"), ("a", "4"), ("a", "5"), ("b", "3"), ("b", "3")])
    ),
    ("no variance, apart", text([("a", "2"), ("a", "2"), ("b", "3"), ("b", "3")])),
    ("all ties", text([("a", "2"), ("a", "2"), ("b", "2"), ("b", "2")])),
    ("a group without scores", text([("a", "1"), ("a", "3"), ("b", ""), ("b", "")])),
    ("one group", text([("a", "1"), ("a", "3"), ("a", "4")])),
    ("no group known", text([("", "1"), ("", "3"), ("", "4")])),
    ("some without a group", text([("a", "1"), ("", "3"), ("b", "4"), ("a", "2"), ("b", "6")])),
    ("a score that nobody has", text([("a", ""), ("a", ""), ("b", "")])),
    ("no row", text([])),
    ("far apart", text([("a", "1e300"), ("a", "-1e300"), ("b", "2"), ("b", "1e-300")])),
  ]

  private static let several: [(name: String, text: String)] = [
    ("groups of one", text([("a", "1"), ("b", "2"), ("c", "5")])),
    ("a group of one", text([("a", "1"), ("a", "2"), ("b", "2"), ("c", "3"), ("c", "5")])),
    (
      "no variance in one",
      text([("a", "2"), ("a", "2"), ("b", "3"), ("b", "4"), ("c", "6"), ("c", "9")])
    ),
    (
      "no variance, apart",
      text([("a", "2"), ("a", "2"), ("b", "3"), ("b", "3"), ("c", "4"), ("c", "4")])
    ),
    ("all ties", text([("a", "2"), ("a", "2"), ("b", "2"), ("b", "2"), ("c", "2"), ("c", "2")])),
    ("a group without scores", text([("a", "1"), ("a", "3"), ("b", ""), ("c", "2"), ("c", "4")])),
    ("a score that nobody has", text([("a", ""), ("b", ""), ("c", "")])),
    (
      "some without a group",
      text([("a", "1"), ("", "3"), ("b", "4"), ("a", "2"), ("b", "6"), ("c", "1"), ("c", "2")])
    ),
  ]

  @Test(arguments: twoGroups) func ofTwoGroups(method: String) throws {
    for input in Self.two { try expectAnAnswer(method, input) }
  }

  @Test(arguments: severalGroups) func ofSeveralGroups(method: String) throws {
    for input in Self.several { try expectAnAnswer(method, input) }
  }

  private func expectAnAnswer(_ method: String, _ input: (name: String, text: String)) throws {
    let run = try Program.run(
      [
        "compare", "-", "y", "--by", "g", "--test", method, "--resamples", "99", "--format", "json",
      ],
      input: input.text)
    let place = Comment(rawValue: "\(method), \(input.name): \(run.messages)")
    if run.status == 0 {
      // JSON has no NaN and no infinity; a value that cannot be had is null, with its reason.
      #expect((try? JSONSerialization.jsonObject(with: Data(run.output.utf8))) != nil, place)
    } else {
      #expect(run.status == 1, place)
      #expect(run.output.isEmpty, place)
      #expect(run.messages.hasPrefix("attune: ") && run.messages.count > 30, place)
      #expect(!run.messages.contains("calculation failed"), place)
    }
  }
}
