import AttuneTestSupport
import Foundation
import Testing

/// `docs/results.md` promises names to programs: those that are there, and no others.
@Suite struct ResultsPageTests {
  private let page: Document

  init() throws { page = try Document("docs/results.md") }

  private func names(in text: Substring) -> Set<String> {
    Set(text.matches(of: /`([a-z0-9_-]+)`/).map { String($0.output.1) })
  }

  /// All Swift of the program.
  private static func sources() throws -> [String] {
    let folder = Program.root.appending(path: "Sources")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }

  /// The first cells of the rows of the part under a heading, or above the first one.
  private func firstCells(of part: Substring) -> Substring {
    let rows = part.split(separator: "\n").filter { $0.hasPrefix("| `") }
    return Substring(rows.map { $0.split(separator: "|")[0] }.joined(separator: " "))
  }

  @Test func namesEveryCautionAndNoOther() throws {
    let part = try #require(
      page.text.components(separatedBy: "\n## ").first { $0.hasPrefix("Cautions") })
    let made = try Self.sources().flatMap { source in
      source.matches(of: /\b(?:Caution|PeopleCount)\(\s*"([a-z-]+)"/).map { String($0.output.1) }
    }
    #expect(Set(made).count > 40)
    let named = names(in: firstCells(of: part[...]))
    #expect(named.subtracting(made).sorted() == [])
    #expect(Set(made).subtracting(named).sorted() == [])
  }

  @Test func namesColumnsThatAreThere() throws {
    let table = try #require(page.text.components(separatedBy: "\n## ").first)
    let sources = try Self.sources().joined()
    for name in names(in: firstCells(of: table[...])) {
      #expect(sources.contains("\"\(name)\""), "\(name)")
    }
  }

  @Test(arguments: [
    "compare ToothGrowth len --by supp --equivalence 4 --non-inferiority 4 --smallest 2",
    """
    compare ToothGrowth len --by supp --resamples 100 --test welch-t-test,student-t-test,yuen-t-test,\
    mann-whitney,brunner-munzel,permutation-test,effects,bayes-factor,resampled-effects,assumptions
    """,
    "compare PlantGrowth weight --by group",
    """
    compare PlantGrowth weight --by group --resamples 100 --test brown-forsythe-anova,kruskal-wallis,\
    tukey-hsd,dunnett,pairwise-t-tests,resampled-effects,assumptions
    """,
    "compare ToothGrowth len --by supp --and dose",
    "compare mtcars mpg --by am --covariate wt",
    "compare sites y --by two --site site --resamples 100",
    "compare mtcars mpg hp --against 20",
    "compare prepost pre post --paired --equivalence 4 --non-inferiority 4",
    "compare prepost pre post --paired --test bayes-factor,resampled-effects --resamples 100",
    "compare binary --within T1,T2,T3",
    "compare binary --within T1,T2",
    "compare prepost --within pre,post",
    "compare mtcars --within gear,carb,cyl --resamples 100",
    "compare mtcars --within gear,carb,cyl --test nemenyi,wilcoxon-pairs,assumptions",
    "correlate mtcars mpg wt qsec",
    "correlate mtcars gear carb cyl --method polychoric",
    "correlate mtcars mpg cyl gear --method polyserial",
    "correlate mtcars mpg wt qsec --interval bca --resamples 100",
    "crosstab mtcars am vs",
    """
    crosstab mtcars am vs --test chi-square,yates,fisher,mid-p,cramers-v,bergsma,wilson,agresti-coull,\
    newcombe,agresti-caffo,wald,katz,woolf,haldane-anscombe,trend
    """,
    "crosstab mtcars am cyl --test ordinal,proportional-odds,trend",
    "crosstab mtcars cyl gear --by am",
    "crosstab mtcars cyl gear --test resampled-effects --draws 1000",
    "compare mtcars --within gear,carb,cyl --test resampled-effects --resamples 100",
    "compare ToothGrowth len --by supp --and dose --test resampled-effects --resamples 100",
  ])
  func namesWhatResultsHold(call: String) throws {
    var arguments = call.split(separator: " ").map(String.init)
    arguments[1] = Golden.file("statistics/data/\(arguments[1]).csv")
    let run = try Program.run(arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.messages)")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let tables = try #require(json["tables"] as? [[String: Any]])
    // Tests are named by --test, and the tables of `matrix` have a column for each of yours.
    let tests = try Program.run([arguments[0], "--help"]).output
    let known = names(in: page.text[...])
    for table in tables {
      let id = try #require(table["id"] as? String)
      #expect(known.contains(id) || tests.contains(id), "\(id)")
      if id == "matrix" { continue }
      for column in try #require(table["columns"] as? [[String: Any]]) {
        let name = try #require(column["name"] as? String)
        let isCategory = name.hasPrefix("n_") || name.hasPrefix("percent_")
        #expect(known.contains(name) || isCategory, "\(id): \(name)")
      }
    }
  }

  @Test func linksLeadSomewhere() {
    #expect(page.brokenLinks.isEmpty)
  }
}
