import AttuneInstrument
import AttuneReport
import AttuneSession
import Foundation
import Testing

@Suite struct PaperRendererTests {
  /// Words that would be markup in HTML, in Markdown, in a template or in a style sheet.
  private static let nasty = #"</style><script>alert(1)</script> & "x" 'y' {{{title}}} **b** \"#

  private func paper(_ use: PaperForm.Use, language: String = "en-GB") throws -> PaperForm {
    var instrument = try Pages.instrument(
      """
      scale agree
        1 = No
        2 = Yes
      section main: Main
        answer: agree
        content note: This part is about loss.
        offer: prefer not to say
      item a: First.
      item b: Second.
      item many: How many?
        show when: a is 2
        answer: number 0 to 90
        unit: times
      item day: When?
        answer: date
      item words: Own words?
        answer: text, several lines
        why we ask: Your words tell us more.
      """, language: language)
    instrument.title = Self.nasty
    instrument.sections[0].title = Self.nasty
    instrument.sections[0].items[0].wordings[0].text = InsertText("1. \(Self.nasty)")
    instrument.scales[0].points[0].label = Self.nasty
    instrument.sections[0].items[0].format = .chooseOne(instrument.scales[0].points)
    return PaperForm(SessionSetting(instrument: instrument), for: use)
  }

  @Test func noWordOfAnInstrumentIsMarkup() throws {
    let html = HTMLPaper().render(try paper(.fillingIn))
    #expect(!html.contains("<script") && !html.contains("{{{title}}}</"))
    #expect(html.count(of: "<style>") == 1 && html.count(of: "</style>") == 1)
    #expect(
      html.contains("&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"))
    // The running title stands in the style sheet.
    let sheet = try #require(html.firstMatch(of: /<style>(?s)(.*?)<\/style>/)?.output.1)
    #expect(!sheet.contains("<") && sheet.contains(#"\3c \2f style\3e "#))
  }

  @Test func isOneFileThatAsksNothingOfTheNetwork() throws {
    let html = HTMLPaper().render(try paper(.fillingIn))
    for word in [
      "src=", "href=", "url(", "@import", "http:", "https:", "javascript", "onload", "onclick",
    ] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("default-src 'none'"))
  }

  @Test func isWellFormed() throws {
    let html = HTMLPaper().render(try paper(.fillingIn))
    for element in ["section", "div", "p", "ul", "li", "span", "i", "b", "h1", "h2", "h3", "main"] {
      #expect(
        html.count(of: "<\(element)>") + html.count(of: "<\(element) ")
          == html.count(of: "</\(element)>"), "\(element)")
    }
    let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for label in html.matches(of: /aria-labelledby="([^"]+)"/) {
      #expect(ids.contains(String(label.output.1)))
    }
  }

  @Test func saysItsLanguageAndDirection() throws {
    #expect(
      HTMLPaper().render(try paper(.fillingIn)).contains(#"<html lang="en-GB" dir="ltr">"#))
    #expect(
      HTMLPaper().render(try paper(.fillingIn, language: "ur")).contains(
        #"<html lang="ur" dir="rtl">"#))
  }

  /// With a space between them, the two halves of a number would change places in Arabic.
  @Test func keepsNumbersToCallTogether() throws {
    let html = HTMLPaper().render(try paper(.fillingIn, language: "ar"))
    #expect(html.contains("call 116\u{A0}123") && !html.contains("116 123"))
  }

  /// Everything that is read is at least 18 points; what is smaller is for the team, or says who
  /// wrote the questionnaire.
  @Test func isInLargePrint() throws {
    let html = HTMLPaper().render(try paper(.fillingIn))
    let rules = html.matches(of: /([^{}]*)\{([^{}]*?(\d+)pt[^{}]*)\}/)
    #expect(rules.count >= 5)
    for rule in rules where (Int(rule.output.3) ?? 0) < 18 {
      let selector = rule.output.1
      #expect(
        [".team", ".imprint", "@bottom", "@top"].contains { selector.contains($0) }, "\(selector)")
    }
    #expect(html.contains("break-inside: avoid"))
  }

  @Test func markdownShowsTheWordsAsTheyAre() throws {
    let markdown = MarkdownPaper().render(try paper(.reading))
    #expect(markdown.contains(#"**1.** 1\. \</style\>\<script\>alert(1)"#))
    #expect(markdown.contains(#"{{{title}}} \*\*b\*\* \\"#))
    #expect(!markdown.replacing("\\<", with: "").contains("<"))
    #expect(markdown.contains("*Shown to people who answered “Yes” to question 1.*"))
  }

  @Test func textFitsItsWidth() throws {
    for width in [60, 80] {
      let text = TextPaper(width: width).render(try paper(.reading))
      for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    }
  }

  @Test func textShowsEveryQuestionWithItsColumn() throws {
    let text = TextPaper().render(try paper(.reading))
    #expect(
      text.contains(
        """
        2.  Second. [b]
              1  No
              2  Yes
              s  I'd rather not say

        """))
    #expect(
      text.contains(
        """
            (Shown to people who answered “Yes” to question 1.)
        3.  How many? [many]
            Write a number from 0 to 90. Count in times.
        """))
    #expect(text.contains("! This part is about loss.\n"))
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
