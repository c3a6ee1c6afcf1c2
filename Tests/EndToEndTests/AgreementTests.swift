import AttuneTestSupport
import Foundation
import Testing

@Suite struct AgreementTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test(arguments: [
    ("icc", "R1,R2,R3", "ICC(A,1)"), ("bland-altman", "R1,R2", "R1 minus R2"),
    ("kendall-w", "R1..R3", "Kendall's W"),
  ])
  func findsWhatIsAskedFor(method: String, items: String, words: String) throws {
    let run = try Self.agreement("ratings", items, method)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains(words))
    #expect(run.output.contains("40 cases, all used."))
  }

  // Fleiss (1971): .430.
  @Test func agreesWithFleissAndIsDataInEveryFormat() throws {
    for format in ["json", "csv", "tsv", "markdown", "text"] {
      let run = try Self.agreement(
        "fleiss_1971", "r*", "fleiss", "--format", format, "--table", "fleiss-kappa")
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.output.contains(["markdown", "text"].contains(format) ? ".43" : "0.43024452"))
    }
  }

  @Test func takesNamesWithMissingOnes() throws {
    let data = try scratch.write(
      "id,first,second\n1,yes,yes\n2,no,yes\n3,no,no\n4,?,no\n5,yes,\n6,yes,yes\n", to: "a.csv")
    let run = try Program.run([
      "agreement", data, "--items", "first,second", "--method", "kappa", "--missing", "?",
      "--format", "json",
    ])
    #expect(run.status == 0, "\(run.messages)")
    // Three of four agree, chance 1/2.
    #expect(run.output.contains("\"estimate\": 0.5"))
    #expect(run.output.contains("6 cases, 4 used, 2 left out because a value is missing"))
    #expect(run.output.contains("\"label\": \"yes\""))
  }

  @Test func asksForTheOrderOfNamesAndTakesIt() throws {
    let data = try scratch.write(
      "a,b\nlow,low\nmid,high\nhigh,high\nlow,mid\nmid,mid\n", to: "b.csv")
    let plain = ["agreement", data, "--items", "a,b", "--method", "weighted-kappa"]
    let asked = try Program.run(plain)
    #expect(asked.status == 1)
    #expect(
      asked.messages.contains(
        "the order of the categories is not known. Give them from lowest to highest, as in "
          + "--categories 'high,low,mid'."))
    let run = try Program.run(plain + ["--categories", "low,mid,high"])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("quadratic"))
    let strange = try Program.run(plain + ["--categories", "low,high"])
    #expect(strange.messages.contains("column 'a' holds 'mid', which is none of the categories"))
  }

  @Test func drawsTheSameResamplesForTheSameSeed() throws {
    let more = ["--metric", "interval", "--resamples", "300", "--interval", "bca"]
    let runs = try ["1", "1", "2"].map {
      try Self.agreement("ratings_missing", "R1..R3", "krippendorff", more + ["--seed", $0])
    }
    #expect(runs[0].status == 0, "\(runs[0].messages)")
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].output != runs[2].output)
    #expect(runs[0].output.contains("300 resamples, seed 1"))
    #expect(runs[0].output.contains("1 left out for want of two ratings"))
  }

  @Test func readsTheItemsOfAnInstrument() throws {
    let instrument = try scratch.write(Study.short, to: "short.instrument")
    let data = try scratch.write("calm,heard,safe\n1,2,1\n3,3,3\n2,1,2\n1,1,1\n", to: "c.csv")
    let run = try Program.run([
      "agreement", data, "--instrument", instrument, "--items", "calm,safe", "--method", "kappa",
    ])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("draft, unvalidated"))
    let unknown = try Program.run([
      "agreement", data, "--instrument", instrument, "--items", "calm,save", "--method", "kappa",
    ])
    #expect(unknown.messages.contains("Did you mean 'safe'?"))
  }

  @Test(
    arguments: [
      (["R1,R2,R3", "kappa"], 1, "compares two raters, and --items names 3"),
      (["R1,R9", "icc"], 1, "there is no column 'R9'; did you mean 'R1'?"),
      (["R1,R2-", "icc"], 1, "agreement takes 'R2' as it is"),
      (["R1", "icc"], 1, "at least 2 raters are needed and there is 1"),
      (["R1,R2", "krippendorff"], 64, "Say how far two ratings are apart: --metric nominal"),
      (["R1,R2", "icc", "--metric", "nominal"], 64, "belong to --method krippendorff"),
      (["R1,R2", "icc", "--categories", "a,b"], 64, "takes numbers, not --categories"),
      (["R1,R2", "kappa", "--categories", "a,a"], 64, "takes two names or more, each once"),
      (["R1,R2", "kappa", "--level", "95"], 64, "is not between 0 and 1"),
      (
        ["R1,R2", "krippendorff", "--metric", "ordinal", "--resamples", "7"], 64,
        "is not between 100 and 1000000"
      ),
    ] as [([String], Int32, String)])
  func saysWhatIsWrong(arguments: [String], status: Int32, words: String) throws {
    let run = try Self.agreement(
      "ratings", arguments[0], arguments[1], Array(arguments.dropFirst(2)))
    #expect(run.status == status)
    #expect(run.messages.contains(words), "\(run.messages)")
    #expect(run.output.isEmpty)
  }

  @Test func saysWhyThereIsNoNumber() throws {
    let data = try scratch.write("a,b\n1,1\n1,1\n1,1\n", to: "same.csv")
    let reasons = [
      "icc": "every rating is the same for everyone",
      "kappa": "both raters put everyone into one category",
      "fleiss": "every rater put everyone into one category",
      "bland-altman": "the difference is the same for everyone",
      "kendall-w": "every rater rated all cases alike",
    ]
    for (method, reason) in reasons {
      let run = try Program.run(["agreement", data, "--items", "a,b", "--method", method])
      #expect(run.status == 1)
      #expect(run.messages.contains("not available because \(reason)"), "\(run.messages)")
    }
  }

  private static func agreement(
    _ dataset: String, _ items: String, _ method: String, _ more: String...
  ) throws -> Program.Outcome {
    try agreement(dataset, items, method, more)
  }

  private static func agreement(
    _ dataset: String, _ items: String, _ method: String, _ more: [String]
  ) throws -> Program.Outcome {
    try Program.run(
      [
        "agreement", Golden.file("statistics/data/\(dataset).csv"), "--items", items, "--method",
        method,
      ] + more)
  }
}
