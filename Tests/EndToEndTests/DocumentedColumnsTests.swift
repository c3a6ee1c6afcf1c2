import Foundation
import Testing

/// docs/results.md promises what the columns of results are called: those of comparisons, correlations
/// and counts are all there.
@Suite struct DocumentedColumnsTests {
  private static let people =
    "g,h,s,a,b,c,p,q,r\n"
    + (0..<24).map { place in
      let scores = [7, 5, 11].map { Double(place * $0 % 13) / 2 + Double(place % 3) }
      return
        "\(["x", "y"][place % 2]),\(["u", "v", "w"][place % 3]),s\(place % 4),\(scores[0]),\(scores[1]),"
        + "\(scores[2]),\(place % 2),\(place / 2 % 2),\(place / 3 % 2)\n"
    }.joined()

  @Test(arguments: [
    "compare - a b --by g --equivalence 0.4 --non-inferiority 0.3 --test welch-t-test,student-t-test,"
      + "yuen-t-test,mann-whitney,brunner-munzel,permutation-test,effects,resampled-effects,"
      + "assumptions,bayes-factor --resamples 99",
    "compare - a --by h --test welch-anova,one-way-anova,brown-forsythe-anova,kruskal-wallis,"
      + "games-howell,tukey-hsd,dunnett,dunn,pairwise-t-tests,assumptions --resamples 99",
    "compare - a --against 3 --test one-sample-t-test,wilcoxon-signed-rank,sign-test,bayes-factor",
    "compare - a b --paired --equivalence 0.4 --non-inferiority 0.2",
    "compare - --within a,b,c --resamples 99 --test friedman,conover,nemenyi,rm-anova,paired-t-tests,"
      + "wilcoxon-pairs,assumptions",
    "compare - --within p,q", "compare - --within p,q,r --test cochran-q,mcnemar-pairs",
    "compare - a --by g --and h --covariate b", "compare - a --by g --site s --resamples 99",
    "correlate - a b --method spearman",
    "crosstab - g p --test chi-square,yates,fisher,mid-p,cramers-v,wilson,newcombe,katz,woolf,trend,"
      + "ordinal,proportional-odds",
    "crosstab - g h --rows x,y --columns u,v,w --test proportional-odds",
  ])
  func areNamedOnThePage(command: String) throws {
    let page = try Document("docs/results.md").text
    let run = try Program.run(
      command.split(separator: " ").map(String.init) + ["--format", "json"], input: Self.people)
    #expect(run.status == 0, Comment(rawValue: run.messages))
    let results = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    for table in try #require(results["tables"] as? [[String: Any]]) {
      for column in try #require(table["columns"] as? [[String: String]]) {
        let name = try #require(column["name"])
        // A column for each category, and percent of it, is described by its beginning.
        if name.hasPrefix("n_") || name.hasPrefix("percent_") { continue }
        #expect(page.contains("`\(name)`"), "\(table["id"] ?? ""): \(name)")
      }
    }
  }
}
