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
    "tukey-hsd", "dunnett", "dunn", "pairwise-t-tests", "assumptions", "resampled-effects",
  ]
  private static let paired = [
    "paired-t-test", "wilcoxon-signed-rank", "sign-test", "resampled-effects", "bayes-factor",
  ]
  private static let within = [
    "friedman", "conover", "nemenyi", "rm-anova", "paired-t-tests", "wilcoxon-pairs", "mcnemar",
    "mcnemar-pairs", "cochran-q", "assumptions", "resampled-effects",
  ]
  private static let oneScore = [
    "one-sample-t-test", "wilcoxon-signed-rank", "sign-test", "resampled-effects", "bayes-factor",
  ]
  private static let ofTables = [
    "chi-square", "yates", "fisher", "mid-p", "cramers-v", "bergsma", "wilson", "agresti-coull",
    "newcombe", "agresti-caffo", "wald", "katz", "woolf", "haldane-anscombe", "trend", "ordinal",
    "proportional-odds",
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

  /// Occasions, a row for each person.
  private static let occasions: [(name: String, text: String)] = [
    ("one person", "a,b,c\n1,2,1\n"),
    ("two people", "a,b,c\n1,2,3\n2,3,1\n"),
    ("everybody changes alike", "a,b,c\n1,2,3\n2,3,4\n5,6,7\n"),
    ("nobody changes", "a,b,c\n1,1,1\n2,2,2\n5,5,5\n"),
    ("all ties", "a,b,c\n2,2,2\n2,2,2\n2,2,2\n"),
    ("an occasion without scores", "a,b,c\n1,,3\n2,,1\n3,,2\n"),
    ("nobody has both", "a,b,c\n1,,3\n,2,3\n"),
    ("yes and no", "a,b,c\n1,0,1\n0,0,1\n1,1,0\n0,1,0\n"),
    ("everybody says yes", "a,b,c\n1,1,1\n1,1,1\n"),
    ("all one way", "a,b,c\n0,1,1\n0,1,1\n1,1,1\n"),
    ("far apart", "a,b,c\n1e300,2,1\n-1e300,3,2\n4,1e-300,3\n"),
  ]

  /// People of two groups, with a second factor, a score, a number and a site.
  private static let factors: [(name: String, text: String)] = [
    ("one person", ["a,u,1,2,p"]),
    ("a group of one", ["a,u,1,2,p", "b,u,2,3,p", "b,v,3,1,q", "b,v,5,4,q"]),
    ("no variance in one", ["a,u,2,2,p", "a,v,2,3,q", "b,u,3,1,p", "b,v,4,2,q", "b,u,6,3,p"]),
    (
      "no variance, apart",
      ["a,u,2,2,p", "a,v,2,3,q", "b,u,3,1,p", "b,v,3,2,q", "a,u,2,5,p", "b,u,3,1,q"]
    ),
    ("all ties", ["a,u,2,2,p", "a,v,2,3,q", "b,u,2,1,p", "b,v,2,2,q", "a,u,2,1,q"]),
    ("a group without scores", ["a,u,1,2,p", "a,v,3,3,q", "b,u,,1,p", "b,v,,4,q"]),
    ("one group", ["a,u,1,2,p", "a,v,3,3,q", "a,u,4,1,p"]),
    ("no group known", [",u,1,2,p", ",v,3,3,q", ",u,4,1,p"]),
    ("a score that nobody has", ["a,u,,2,p", "a,v,,3,q", "b,u,,1,p"]),
    ("nothing beside", ["a,,1,,", "a,,3,,", "b,,5,,", "b,,4,,"]),
    (
      "what is named is the same",
      ["a,a,1,1,a", "a,a,3,3,a", "b,b,5,5,b", "b,b,4,4,b", "a,a,2,2,a", "b,b,7,7,b"]
    ),
    (
      "nobody in a combination",
      ["a,u,1,2,p", "a,v,3,5,q", "b,u,5,1,p", "b,u,4,7,q", "a,v,2,3,p", "b,u,7,2,q"]
    ),
    ("one of all", ["a,u,1,2,p", "a,u,3,2,p", "b,u,5,2,p", "b,u,4,2,p"]),
    (
      "a site each",
      ["a,u,1,2,1", "a,v,3,5,2", "b,u,5,1,3", "b,v,4,7,4", "a,u,2,2,5", "b,v,7,3,6"]
    ),
  ].map { ($0.0, "g,h,y,z,s\n" + $0.1.map { $0 + "\n" }.joined()) }

  private static let models: [[String]] = [
    ["--and", "h"], ["--and", "h", "--type", "III"], ["--covariate", "z"],
    ["--and", "h", "--covariate", "z"], ["--and", "h", "--test", "resampled-effects"],
    ["--covariate", "z", "--test", "resampled-effects", "--type", "III"], ["--site", "s"],
    ["--site", "s", "--covariate", "z"],
    ["--equivalence", "0.5", "--bounds", "standardised"], ["--non-inferiority", "0.5"],
    ["--smallest", "0.5"], ["--alternative", "less"], ["--groups", "a,b"],
  ]

  private static let tables: [(name: String, text: String)] = [
    ("one person", "r,c,l\na,x,p\n"), ("one row", "r,c,l\na,x,p\na,y,p\na,x,q\n"),
    ("one column", "r,c,l\na,x,p\nb,x,p\nb,x,q\n"), ("two people", "r,c,l\na,x,p\nb,y,q\n"),
    ("never together", "r,c,l\na,,p\n,y,q\nb,,p\n,x,q\n"), ("blank", "r,c,l\n,,\n,,\n"),
    ("no layer", "r,c,l\na,x,\nb,y,\na,y,\nb,x,\n"),
    ("a thin layer", "r,c,l\na,x,p\nb,y,p\na,y,p\nb,x,p\na,x,q\n"),
    ("an empty cell", "r,c,l\na,x,p\na,x,p\na,x,q\nb,y,q\nb,y,p\nb,x,p\n"),
    ("three by two", "r,c,l\n1,x,p\n1,x,p\n2,y,p\n3,x,q\n3,y,q\n"),
  ]

  /// Each test that the command has is tried below.
  @Test func everyTestIsTried() throws {
    let help = try Program.run(["compare", "--help"]).output
    let start = try #require(help.range(of: "--test names others instead:"))
    let end = try #require(help.range(of: "resampled-effects finds"))
    // Before the names stands what they compare.
    let lines = help[start.upperBound..<end.lowerBound].split(separator: "\n").map {
      $0.dropFirst(15)
    }
    let named = Set(lines.flatMap { $0.split { ", ".contains($0) } }.map(String.init))
    let tried = Self.twoGroups + Self.severalGroups + Self.paired + Self.within + Self.oneScore
    #expect(named == Set(tried))
    #expect(named.count > 30)
  }

  @Test(arguments: twoGroups) func ofTwoGroups(method: String) throws {
    for input in Self.two { try expectAnAnswer(method, input) }
  }

  @Test(arguments: severalGroups) func ofSeveralGroups(method: String) throws {
    for input in Self.several { try expectAnAnswer(method, input) }
  }

  @Test(arguments: paired) func ofPairs(method: String) throws {
    for input in Self.occasions {
      try expectAnAnswer(["a", "b", "--paired", "--test", method, "--resamples", "99"], input)
      try expectAnAnswer(["--within", "a,b", "--test", method, "--resamples", "99"], input)
    }
  }

  @Test(arguments: within) func ofOccasions(method: String) throws {
    for input in Self.occasions {
      try expectAnAnswer(["--within", "a,b", "--test", method, "--resamples", "99"], input)
      try expectAnAnswer(["--within", "a,b,c", "--test", method, "--resamples", "99"], input)
    }
  }

  @Test(arguments: oneScore) func ofOneScore(method: String) throws {
    for input in Self.occasions {
      try expectAnAnswer(["a", "--against", "2", "--test", method, "--resamples", "99"], input)
    }
  }

  @Test(arguments: occasions.indices) func asIsCustomary(index: Int) throws {
    let input = Self.occasions[index]
    for arguments in [
      ["a", "b", "--paired"], ["--within", "a,b"], ["--within", "a,b,c"], ["a", "--against", "2"],
      ["a", "b", "--against", "2"],
    ] {
      try expectAnAnswer(arguments + ["--resamples", "99"], input)
    }
  }

  @Test(arguments: models) func withMoreThanGroups(model: [String]) throws {
    for input in Self.factors {
      try expectAnAnswer(["y", "--by", "g", "--resamples", "99"] + model, input)
    }
  }

  @Test(arguments: ["none", "holm"])
  func correctedOverScores(adjust: String) throws {
    for input in Self.factors {
      try expectAnAnswer(["y", "z", "--by", "g", "--adjust", adjust], input)
    }
  }

  @Test(arguments: [[]] + ofTables.map { ["--test", $0] }) func ofTwoQuestions(test: [String])
    throws
  {
    for input in Self.tables {
      try expectAnAnswer(["r", "c"] + test, input, of: "crosstab")
      if test.isEmpty { try expectAnAnswer(["r", "c", "--by", "l"], input, of: "crosstab") }
    }
  }

  /// What decimals leave of a change that is the same for everybody is no change of 1e-16.
  @Test func saysOfPairsWhatIsNotThereAndShowsTheRest() throws {
    let run = try Program.run(
      ["compare", "-", "a", "b", "--paired"], input: "a,b\n0.1,1.1\n0.2,1.2\n0.3,1.3\n")
    #expect(run.status == 0)
    #expect(run.output.contains("Sign test") && !run.output.contains("Paired t-test\n"))
    let notes = run.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      notes.contains(
        "Paired t-test of 'a, b' is not available because the difference is the same for everyone"))
  }

  /// Welch's test needs some variance in a group; ranks do not.
  @Test func saysOfTwoGroupsWhatIsNotThereAndShowsTheRest() throws {
    let run = try Program.run(
      ["compare", "-", "y", "--by", "g"], input: "g,y\na,2\na,2\nb,3\nb,3\n")
    #expect(run.status == 0, Comment(rawValue: run.messages))
    #expect(run.output.contains("Mann-Whitney test\n"))
    #expect(run.output.contains("Permutation test\n") && !run.output.contains("Welch's t-test\n"))
    let notes = run.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      notes.contains(
        "Welch's t-test of 'y' is not available because the score within each group is the same"))
  }

  /// Welch's analysis needs some variance in each group; ranks and Fisher's do not.
  @Test func saysOfSeveralGroupsWhatIsNotThereAndShowsTheRest() throws {
    let text = Self.several.first { $0.name == "no variance in one" }?.text ?? ""
    let run = try Program.run(["compare", "-", "y", "--by", "g"], input: text)
    #expect(run.status == 0, Comment(rawValue: run.messages))
    for title in ["Groups\n", "Kruskal-Wallis test\n", "One-way analysis of variance\n"] {
      #expect(run.output.contains(title), Comment(rawValue: title))
    }
    let notes = run.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      notes.contains(
        "Welch's analysis of variance of 'y' is not available because the score within group 'a' is"
      ))
    let none = try Program.run(
      ["compare", "-", "y", "--by", "g"],
      input: Self.several.first { $0.name == "all ties" }?.text ?? "")
    #expect(none.status == 1 && none.output.isEmpty)
    #expect(none.messages.contains("Welch's") && none.messages.contains("Kruskal-Wallis"))
  }

  @Test(arguments: [
    (["a,9223372036854775807,2,1", "b,4,3,1"], "at most 1000000000 people"),
    (["a,5,1e300,1", "b,4,3,1"], "too large to compute with"),
    (["a,5,2,0", "b,4,2,0"], "is the same for everyone"),
    (["a,5,nan,1", "b,4,3,1"], "the mean 'nan' is not a number"),
  ])
  func saysWhichFiguresCannotBe(figures: [String], words: String) throws {
    let run = try Program.run(["compare", "--summaries"] + figures)
    #expect(run.status == 64 || run.status == 1)
    #expect(run.output.isEmpty && run.messages.contains(words), Comment(rawValue: run.messages))
  }

  @Test(arguments: [
    (
      ["y", "--by", "g", "--and", "h"], "g,h,y\na,,1\nb,,2\n", "nobody has all of 'y', 'g' and 'h'"
    ),
    (
      ["y", "--by", "g", "--and", "h"], "g,h,y\na,u,1\na,v,2\nb,u,\n",
      "everybody with a score is in 'a' of 'g'"
    ),
    (["y", "--by", "g", "--groups", "a,b"], "g,y\n,1\n,2\n", "it is blank for everybody"),
    (["y", "--by", "g", "--groups", "a,b"], "g,y\nc,1\na,2\n", "there is 'a', 'c'."),
    (["y", "--by", "g"], "g,y\na,1\nb,1e300\n", "in row 2 of the data 'y' is 1e+300, too large"),
    (["y", "--by", "g"], "g,y\na,2\nb,2\na,2\nb,2\n", "Mann-Whitney test of 'y' is not available"),
    (["y", "--by", "g"], "g,y\na,1\nb,\na,2\nb,\n", "A comparison of 'y' is not available"),
  ])
  func saysWhyThereIsNoAnswer(arguments: [String], text: String, words: String) throws {
    let run = try Program.run(["compare", "-"] + arguments, input: text)
    #expect(run.status == 1)
    #expect(run.messages.contains(words), Comment(rawValue: run.messages))
  }

  private func expectAnAnswer(_ method: String, _ input: (name: String, text: String)) throws {
    try expectAnAnswer(["y", "--by", "g", "--test", method, "--resamples", "99"], input)
  }

  private func expectAnAnswer(
    _ arguments: [String], _ input: (name: String, text: String), of command: String = "compare"
  ) throws {
    let run = try Program.run(
      [command, "-"] + arguments + ["--format", "json"], input: input.text)
    let place = Comment(rawValue: "\(arguments), \(input.name): \(run.messages)")
    if run.status == 0 {
      // JSON has no NaN and no infinity; a value that cannot be had is null, with its reason.
      #expect((try? JSONSerialization.jsonObject(with: Data(run.output.utf8))) != nil, place)
      #expect(!run.output.contains("calculation failed"), place)
    } else {
      #expect(run.status == 1, place)
      #expect(run.output.isEmpty, place)
      #expect(run.messages.hasPrefix("attune: ") && run.messages.count > 30, place)
      #expect(!run.messages.contains("calculation failed"), place)
    }
  }
}
