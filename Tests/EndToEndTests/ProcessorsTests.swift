import AttuneTestSupport
import Foundation
import Testing

/// The same results, to the byte, whether one processor works or all of them.
@Suite struct ProcessorsTests {
  private static let bound = "/usr/bin/taskset"

  /// A processor that this process may use; `nil` where the system does not tell.
  private static var aProcessor: String? {
    get throws {
      try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        .firstMatch(of: /Cpus_allowed_list:\s*(\d+)/).map { String($0.1) }
    }
  }

  private static func data(_ name: String) -> String {
    Golden.file("statistics/data/\(name).csv")
  }

  static let commands: [[String]] = [
    ["compare", data("likert_missing")] + (1...6).map { "A\($0)" } + ["--by", "g"],
    ["compare", data("likert_missing"), "A1", "A2", "--by", "g", "--resamples", "400"]
      + ["--test", "resampled-effects,permutation-test,assumptions,effects"],
    ["compare", data("likert_missing"), "A1", "A2", "A3", "--by", "g3"],
    ["compare", data("sites"), "y", "--by", "group", "--site", "site"],
    ["compare", data("likert_missing"), "--within", "A1,A2,A3"],
    ["correlate", data("likert_missing")] + (1...6).map { "B\($0)" },
    ["crosstab", data("likert_clean"), "A1", "A2", "--test", "fisher", "--draws", "20000"],
    ["crosstab", data("likert_clean"), "A1", "A2", "--test", "resampled-effects"]
      + ["--resamples", "400"],
    ["reliability", data("likert_missing"), "--items", "A*", "--interval", "percentile"]
      + ["--resamples", "400"],
  ]

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: bound)), arguments: commands)
  func oneOrAll(_ command: [String]) throws {
    let arguments = command + ["--format", "json"]
    let all = try Program.run(arguments)
    let processor = try #require(try Self.aProcessor)
    let one = try Program.run(["--cpu-list", processor, Program.path] + arguments, of: Self.bound)
    #expect(all.status == 0, "\(all.messages)")
    #expect(one.status == 0, "\(one.messages)")
    #expect(all.output == one.output)
    #expect(all.messages == one.messages)
  }
}
