import AttuneTables
import Foundation
import Testing

@Suite struct ResponsePictureTests {
  private let picture = ResponsePicture(
    title: "Answers", answers: ["1", "2", "3", "4", "5"],
    rows: [
      .init("heard", counts: [1, 2, 4, 2, 1]), .init("safe", counts: [0, 0, 0, 5, 5]),
      .init("asked", counts: [0, 0, 0, 0, 0]),
    ])

  @Test func saysWhatItShowsInWords() {
    #expect(
      picture.alternative == """
        heard, 10 answers: 1 10 %, 2 20 %, 3 40 %, 4 20 %, 5 10 %. \
        safe, 10 answers: 1 0 %, 2 0 %, 3 0 %, 4 50 %, 5 50 %. \
        asked, 0 answers: 1 0 %, 2 0 %, 3 0 %, 4 0 %, 5 0 %.
        """)
  }

  @Test func drawsPlainBarsWithTheNumberFirst() {
    let lines = picture.text(width: 53).split(separator: "\n")
    #expect(lines[1] == "heard (n = 10)")
    #expect(lines[2] == "  1  10 %  ####")
    #expect(lines[4] == "  3  40 %  ################")
    #expect(lines[8] == "  1   0 %")
    #expect(picture.text(width: 20).split(separator: "\n").allSatisfy { $0.count <= 22 })
    #expect(picture.text().allSatisfy { $0.isASCII })
  }

  /// The bars of a row: where each starts and ends.
  private func bars(_ svg: String) throws -> [(x: Double, width: Double)] {
    try svg.matches(of: /<rect x="([0-9.]+)" y="[0-9.]+" width="([0-9.]+)" height="22"/).map {
      (try #require(Double($0.1)), try #require(Double($0.2)))
    }
  }

  private func middle(_ svg: String) throws -> Double {
    let line = try #require(svg.firstMatch(of: /<line x1="([0-9.]+)"/))
    return try #require(Double(line.1))
  }

  @Test func partsTheBarsAtTheMiddle() throws {
    let svg = picture.svg
    let bars = try bars(svg)
    // Five of the first row; answers that nobody gave have no bar.
    #expect(bars.count == 7)
    let middle = try middle(svg)
    #expect(abs(bars[2].x + bars[2].width / 2 - middle) < 0.02)
    #expect(abs(bars[5].x - middle) < 0.02)
    for bar in 1..<5 { #expect(abs(bars[bar].x - bars[bar - 1].x - bars[bar - 1].width) < 0.02) }
    #expect(abs(bars[2].width / bars[0].width - 4) < 0.01)
    #expect(bars.allSatisfy { $0.x >= 0 && $0.x + $0.width <= 760 })
  }

  @Test func ofAnEvenNumberOfAnswersHasNoMiddleOne() throws {
    let even = ResponsePicture(
      title: "Even", answers: ["0", "1", "2", "3"], rows: [.init("a", counts: [1, 1, 1, 1])])
    let svg = even.svg
    let middle = try middle(svg)
    #expect(try abs(bars(svg)[2].x - middle) < 0.02)
  }

  @Test func isWellFormedAndHarmlessWhateverItsNames() throws {
    let odd = ResponsePicture(
      title: "<script>alert(\"&\")</script>", answers: ["no & never", "yes > \u{202E}"],
      rows: [.init("a\u{1B}[31m\"b\"", counts: [1, 2])])
    for svg in [odd.svg, picture.svg] {
      #expect(XMLCheck.isWellFormed(svg))
      #expect(!svg.contains("<script") && !svg.contains("http://www.w3.org/1999/xlink"))
      #expect(!svg.contains("\u{1B}") && !svg.contains("\u{202E}"))
      #expect(svg.contains("role=\"img\"") && svg.contains("<desc id=\"alternative\">"))
    }
    #expect(odd.svg.contains("&lt;script&gt;"))
  }

  @Test func hasColoursFarEnoughApartForEveryLength() throws {
    for count in 2...11 {
      let picture = ResponsePicture(
        title: "t", answers: (1...count).map { "\($0)" },
        rows: [.init("a", counts: Array(repeating: 1, count: count))])
      let fills = picture.svg.matches(of: /height="22" fill="(#[0-9a-f]{6})"/).map(\.1)
      #expect(Set(fills).count == count)
    }
  }

  /// WCAG 2.2, 1.4.3; luminance by the formula of the same standard.
  @Test func hasWordsThatStandOutFromEveryBar() throws {
    func luminance(_ hex: Substring) throws -> Double {
      let number = try #require(Int(hex, radix: 16))
      let linear = [16, 8, 0].map { shift -> Double in
        let part = Double(number >> shift & 255) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    for count in 2...11 {
      var counts = Array(repeating: 0, count: count)
      for answer in 0..<count {
        counts[answer] = 1
        let picture = ResponsePicture(
          title: "t", answers: (1...count).map { "\($0)" }, rows: [.init("a", counts: counts)])
        counts[answer] = 0
        let found = try #require(
          picture.svg.firstMatch(
            of: /height="22" fill="#([0-9a-f]{6})"[^>]*>.*\n.* fill="#([0-9a-f]{6})">100 %/))
        let (bar, words) = (try luminance(found.1), try luminance(found.2))
        #expect((max(bar, words) + 0.05) / (min(bar, words) + 0.05) >= 4.5)
      }
    }
  }

  @Test func keepsLongNamesWhole() {
    let name = "Staff asked me what I wanted to change, and came back to it later in the year."
    let picture = ResponsePicture(
      title: name, answers: [name, "no"], rows: [.init(name, counts: [1, 2])])
    for svg in [picture.svg, picture.svg(named: "p", isNarrow: true)] {
      let texts = svg.matches(of: /<text[^>]*>([^<]*)</).map { String($0.output.1) }
      #expect(texts.joined(separator: " ").components(separatedBy: name).count == 4)
    }
    let widest = picture.svg(named: "p", isNarrow: true).matches(of: /<text[^>]*>([^<]*)</)
      .map(\.output.1.count).max()
    #expect(widest ?? 0 <= 48)
    #expect(picture.table.rows[0][0] == .text(name))
  }

  @Test func drawsTheSameBarsInLaTeX() throws {
    let paper = LaTeXBars(picture).paragraphs
    let widths = paper.matches(of: /makebox\[([0-9.]+)\\linewidth\]/).compactMap {
      Double($0.output.1)
    }
    let bars = try bars(picture.svg)
    #expect(widths.count == bars.count)
    for (width, bar) in zip(widths, bars) {
      // The file has an edge of 16 on either side, and LaTeX leaves a little room.
      #expect(abs(width - 0.98 * bar.width / (760 - 2 * 16)) < 0.0002)
    }
    #expect(paper.contains("no answers") && paper.contains("heard (n = 10)"))
  }
}

/// Whether every tag that opens is closed in its order, and no bare mark stands in text.
private enum XMLCheck {
  static func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard !rest[..<start].contains(">"), let end = rest[start...].firstIndex(of: ">") else {
        return false
      }
      let tag = rest[rest.index(after: start)..<end]
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return false }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
      rest = rest[rest.index(after: end)...]
    }
    return open.isEmpty
      && text.matches(of: /&(?!amp;|lt;|gt;|quot;)/).isEmpty
  }
}
