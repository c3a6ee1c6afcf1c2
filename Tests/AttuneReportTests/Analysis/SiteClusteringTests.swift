import AttuneData
import AttuneInstrument
import AttuneReport
import AttuneScoring
import AttuneStatistics
import AttuneTables
import Testing

@Suite struct SiteClusteringTests {
  /// People of as many sites as `sites` names, in turn; `nil` for those whose site nobody knows.
  private func sample(_ test: PlannedTest, sites: [String?]) -> StudySample {
    let plan = SampleStudy.plan("p", .compare(scores: ["x"], by: "team")) { $0.test = test }
    var sample = SampleStudy.sample(
      [plan], north: (0..<24).map { 2 + $0 % 4 }, south: (0..<24).map { 1 + $0 % 3 })
    sample.instrument.groups = [Grouping(name: "site", title: "Site", source: .facilitator)]
    for index in sample.submissions.indices {
      sample.submissions[index].settings["site"] = sites[index % sites.count]
    }
    return sample
  }

  private func result(_ sample: StudySample) throws -> PlannedAnalysis.Test {
    try #require(PlannedAnalysis(of: sample).answers.first?.tests.first)
  }

  @Test func standsBesideTheTest() throws {
    let sample = sample(.welch, sites: ["a", "b", "c", "d", "e"])
    let test = try result(sample)
    let found = try #require(test.result.bySite)
    #expect(found.siteCount == 5)
    let alone = try ClusterBootstrap().apply(
      to: FactorialScores(
        score: "x",
        values: sample.submissions.map { sample.instrument.scores(named: "x", of: [$0])?[0] },
        factors: [
          ("team", (0..<48).map { $0 < 24 ? "north" : "south" }, ["north", "south"]),
          ("site", sample.submissions.map { $0.settings["site"] }, []),
        ]))
    #expect(found.interval == .success(alone.interval))
    #expect(
      test.after.contains {
        $0.hasPrefix("Drawing whole sites (5): 95 % interval") && $0.hasSuffix("it is too narrow.")
      })
    #expect(PlannedAnalysis(of: sample).tables.contains { $0.id == "by-site" })
  }

  /// As wide as the interval of the test that it stands beside.
  @Test func hasTheLevelOfTheTest() throws {
    let found = try result(sample(.equivalence, sites: ["a", "b", "c", "d"])).result.bySite
    #expect(try #require(found).interval.get().level.percent == "90 %")
  }

  @Test func saysWhyThereIsNone() throws {
    #expect(try result(sample(.welch, sites: ["a"])).result.bySite == nil)
    #expect(try result(sample(.welch, sites: [nil])).result.bySite == nil)
    let two = try result(sample(.welch, sites: ["a", "b"]))
    #expect(two.after.contains { $0.contains("at least 3 sites are needed and there are 2") })
    let unknown = try result(sample(.welch, sites: ["a", "b", "c", nil, "d"]))
    #expect(unknown.after.contains { $0.contains("the site of some of the people is not known") })
  }
}
