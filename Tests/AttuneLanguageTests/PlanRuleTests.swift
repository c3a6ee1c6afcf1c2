import Testing

@Suite struct PlanRuleTests {
  static let examples: [Example] = [
    Example(
      "an unknown construct", ["1️⃣": "A270"],
      """
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      plan p: P
        reliability of: 1️⃣mett
      """),
    Example(
      "an unknown group", ["1️⃣": "A271"],
      """
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      plan p: P
        describe: met by 1️⃣side
      """),
    Example(
      "no test", ["1️⃣": "A273"],
      """
      group teams: Team
        set by: item side
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      analysis
        correction: Holm
        smallest difference that matters: 0.5 points
      plan 1️⃣p: P
        compare: met by teams
      """),
    Example(
      "no difference that matters", ["1️⃣": "A274"],
      """
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      group two: Team
        set by: item side
      plan 1️⃣p: P
        compare: met by two
        test: Kruskal-Wallis
      """),
    Example(
      "a test for two and three groups", ["1️⃣": "A275"],
      """
      group teams: Team
        set by: item side
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      analysis
        correction: Holm
        smallest difference that matters: 0.5 points
      plan p: P
        compare: met by teams
        test: 1️⃣Welch
      """),
    Example(
      "several tests and no correction", ["1️⃣": "A276"],
      """
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      plan 1️⃣p: P
        correlate: met with heard
        test: Spearman
      plan p2: P
        correlate: met with rushed
        test: Spearman
      """),
    Example(
      "nothing asked", ["1️⃣": "A277"],
      """
      plan 1️⃣p: P
        family: primary
      """),
    Example(
      "two things asked", ["1️⃣": "A277"],
      """
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      plan p: P
        reliability of: met
        1️⃣describe: met
      """),
    Example(
      "an unknown level", ["1️⃣": "A278"],
      """
      group teams: Team
        set by: item side
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      analysis
        correction: Holm
        smallest difference that matters: 0.5 points
      plan p: P
        compare: met by teams
        test: Kruskal-Wallis
        expect: 1️⃣nroth higher
      """),
    Example(
      "an expectation that goes on", ["1️⃣": "A105"],
      """
      group teams: Team
        set by: item side
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      analysis
        correction: Holm
        smallest difference that matters: 0.5 points
      plan p: P
        compare: met by teams
        test: Kruskal-Wallis
        expect: 1️⃣no direction at all
      """),
    Example(
      "an unknown test", ["1️⃣": "A105"],
      """
      group teams: Team
        set by: item side
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      analysis
        correction: Holm
        smallest difference that matters: 0.5 points
      plan p: P
        compare: met by teams
        test: 1️⃣Welsh
      """),
    Example(
      "a day that there is not", ["1️⃣": "A105"],
      """
      construct met: Met
        uses: heard, rushed
        score: mean, all answered
      plan p: P
        reliability of: met
        written on: 1️⃣2026-02-29
      """),
    Example(
      "a rate that is none", ["1️⃣": "A105"],
      """
      analysis
        error rate: 1️⃣5
      """),
  ]

  @Test(arguments: examples) func findsPlans(_ example: Example) {
    example.check()
  }
}
