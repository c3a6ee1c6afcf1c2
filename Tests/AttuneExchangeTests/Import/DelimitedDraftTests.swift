import AttuneData
import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation
import Testing

@testable import AttuneExchange

/// CSV files as programs and people write them: what is found is said, and nothing else is chosen.
@Suite struct DelimitedDraftTests {
  /// A file that was read, the instrument of its draft, and its data under the draft's names.
  private struct Read {
    let said: String
    let csv: String
    let instrument: Instrument

    init(
      _ text: String, _ encoding: String.Encoding = .utf8, told: DelimitedDraft.Told = .init()
    ) throws {
      try self.init(bytes: Array(try #require(text.data(using: encoding))), told: told)
    }

    init(bytes: [UInt8], told: DelimitedDraft.Told = .init()) throws {
      let read = try DelimitedDraft(bytes, named: "x", told: told)
      let text = DraftText(read.draft)
      let compilation = Compilation(of: SourceText(name: "draft", content: text.text))
      said = read.findings.joined(separator: "\n")
      csv = read.csv(as: text)
      instrument = try #require(compilation.instrument, "\(text.text)")
    }

    func choices(_ name: String) -> [String]? {
      instrument.item(named: name)?.format.choices.map { $0.name ?? "\($0.code)" }
    }

    func question(_ name: String) -> String? {
      instrument.item(named: name)?.wordings[0].text.asRead
    }
  }

  @Test func separatorCommaAndEncodingAreFound() throws {
    let read = try Read(
      "Alter;Größe;Ort\n40;1,75;Köln\n41;1,80;Köln\n42;NA;Bonn\n43;1,6;Bonn\n", .windowsCP1252)
    #expect(read.said.contains("Windows-1252, with a semicolon"))
    #expect(read.said.contains("Look at 'Größe', 'Köln': if letters are wrong"))
    #expect(read.said.contains("decimal comma"))
    #expect(read.said.contains("'NA' stands there once; I take it as missing."))
    // Answers stand in the data as the draft calls them.
    #expect(
      read.csv == "alter,grosse,ort\n40,1.75,koln\n41,1.80,koln\n42,,bonn\n43,1.6,bonn\n")
    #expect(read.choices("ort") == ["bonn", "koln"])
    #expect(read.instrument.item(named: "ort")?.format.choices.map(\.label) == ["Bonn", "Köln"])
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func utf16IsFoundWithItsMarkAndWithout(encoding: String.Encoding) throws {
    let text = "id\tantwort\n1\tä\n2\tb\n"
    for marked in [true, false] {
      let read = try Read((marked ? "\u{FEFF}" : "") + text, encoding)
      #expect(read.said.contains("The text is UTF-16, with a tab"))
      #expect(read.csv == "id,antwort\n1,ä\n2,b\n")
    }
  }

  @Test func theMarkOfUTF8IsNoPartOfAName() throws {
    #expect(try Read("\u{FEFF}id,a\n1,2\n2,3\n").csv == "id,a\n1,2\n2,3\n")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func excelsFirstLineNamesTheSeparator(end: String) throws {
    let read = try Read("sep=;\nid;score, of 10\n1;3,5\n2;4,5\n".replacing("\n", with: end))
    #expect(read.said.contains("'sep=;', names what stands between values"))
    #expect(read.csv == "id,score_of_10\n1,3.5\n2,4.5\n")
    let error = #expect(throws: DelimitedTextError.self) {
      try Read("sep=;\nid;a\n1;2;3\n".replacing("\n", with: end))
    }
    #expect(error?.line == 3)
  }

  @Test func quotationMarksHoldLinesAndSeparators() throws {
    let read = try Read("\"id\",\"say, more\"\n1,\"one\ntwo\"\n2,\"he said \"\"no\"\"\"\n")
    #expect(read.csv == "id,say_more\n1,\"one\ntwo\"\n2,\"he said \"\"no\"\"\"\n")
  }

  @Test func headingsThatAreTwiceOrEmptyAreTold() throws {
    let read = try Read("id,q1,q1,,Q1\n1,2,3,4,5\n2,3,4,5,6\n")
    #expect(read.csv.hasPrefix("id,q1,q1_2,column_4,q1_3\n1,2,3,4,5\n"))
    #expect(read.said.contains("Columns 2 and 3 are both called 'q1'; the second is 'q1_2' now."))
    #expect(read.said.contains("Column 4 has no heading; it is called 'column_4'."))
  }

  private static let qualtrics = """
    StartDate,Q1,Q2_1
    Start Date,"How old are you?","Please rate - I feel heard"
    "{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""QID1_TEXT""}","{""ImportId"":""QID2_1""}"
    2026-01-02 10:00:00,40,1
    2026-01-02 11:00:00,35,2
    2026-01-03 10:00:00,22,3
    2026-01-03 11:00:00,-99,3

    """

  @Test func qualtricsHasQuestionsInItsSecondLine() throws {
    let read = try Read(Self.qualtrics)
    #expect(read.said.contains("4 rows of 3 columns"))
    #expect(read.said.contains("Lines 2 and 3 are Qualtrics' questions and import ids"))
    #expect(read.said.contains("'Q1': -99 stands there once, far from the other values"))
    #expect(read.question("q1") == "How old are you?")
    #expect(read.choices("q2_1") == ["1", "2", "3"])
    #expect(read.csv.hasPrefix("startdate,q1,q2_1\n2026-01-02 10:00:00,40,1\n"))
  }

  @Test func aSecondLineOfHeadingsIsAskedAbout() throws {
    let text = "q1,q2\nHow old?,How much?\n1,2\n2,4\n"
    let read = try Read(text)
    #expect(read.said.contains("say --headings 2; I keep it as a case."))
    #expect(read.csv == "q1,q2\nHow old?,How much?\n1,2\n2,4\n")
    let told = try Read(text, told: .init(headingLines: 2))
    #expect(told.csv == "q1,q2\n1,2\n2,4\n" && told.question("q2") == "How much?")
  }

  @Test func limeSurveyHasQuestionsInItsHeadings() throws {
    let read = try Read(
      """
      "id. Response ID","G01Q01. How old are you?","G02Q01[SQ001]. Rate these. [I feel heard]"
      "1","40","Agree"
      "2","35","Disagree"
      "3","","N/A"
      "4","","Agree"
      "5","","Disagree"

      """)
    #expect(read.said.contains("as LimeSurvey writes them"))
    #expect(read.question("g02q01_sq001") == "Rate these. [I feel heard]")
    #expect(read.choices("g02q01_sq001") == ["agree", "disagree"])
    #expect(read.csv.contains("\n3,,\n4,,agree\n"))
  }

  // As REDCap exports labels.
  @Test func headingsThatReadLikeQuestionsAreQuestions() throws {
    let read = try Read(
      "Record ID,How old are you?,Which apply? (choice=Home)\n1,40,Checked\n2,35,Unchecked\n"
        + "3,36,Checked\n4,37,Unchecked\n")
    #expect(read.said.contains("2 headings read like a question"))
    #expect(read.question("how_old_are_you") == "How old are you?")
    #expect(read.choices("which_apply_choice_home") == ["checked", "unchecked"])
  }

  // MARK: Missing values

  private let mixed = "a,b,c,d\n1,1,x,none\n2,2,NA,x\n-99,3,.,none\n3,1,y,x\n2,9999,y,99\n1,2,x,x\n"

  @Test func whatSurelyIsMissingIsTakenAndTheRestIsAskedAbout() throws {
    let read = try Read(mixed)
    for sentence in [
      "'a': -99 stands there once, far from the other values. If it means 'missing', say --missing -99; "
        + "I keep it.",
      "'b': 9999 stands there once, far from the other values.",
      "'c': 'NA' stands there once; I take it as missing.",
      "'c': '.' stands there once; I take it as missing.",
      "'d': 'none' stands there 2 times. If it means 'missing', say --missing none; I keep it.",
      "'d': 99 stands there once. If it means 'missing'",
    ] { #expect(read.said.contains(sentence), "\(sentence)\n\(read.said)") }
    #expect(
      read.csv == "a,b,c,d\n1,1,x,none\n2,2,,x\n-99,3,,none\n3,1,y,x\n2,9999,y,q_99\n1,2,x,x\n")
  }

  @Test func whatIsNamedIsMissingAndNothingElse() throws {
    let read = try Read(mixed, told: .init(missing: ["-99", "NONE"]))
    #expect(read.said.contains("'c': 'NA' stands there once. You did not name it, so I keep it."))
    #expect(
      read.csv == "a,b,c,d\n1,1,x,\n2,2,NA,x\n,3,.,\n3,1,y,x\n2,9999,y,q_99\n1,2,x,x\n")
    #expect(read.choices("a") == ["1", "2", "3"])
  }

  // MARK: Numbers and days

  @Test func twoDecimalMarksAreNotGuessed() throws {
    let read = try Read("a;b\n1,5;1.5\n2,5;2.5\n")
    #expect(read.said.contains("nobody but you knows"))
    #expect(read.csv.contains("\"1,5\""))
  }

  @Test func pointsBetweenThousandsAreFound() throws {
    let read = try Read("id;euro\n1;1.234,50\n2;2.000\n3;12,30\n")
    #expect(read.said.contains("Points stand between thousands, as in 1.234,50."))
    #expect(read.csv == "id,euro\n1,1234.50\n2,2000\n3,12.30\n")
  }

  @Test func aCommaInWordsStays() throws {
    let read = try Read("a;b\n1,5;see 1,5\n2,5;1,5\n")
    #expect(read.csv == "a,b\n1.5,\"see 1,5\"\n2.5,\"1,5\"\n")
  }

  @Test func daysThatMayBeMonthsStayWords() throws {
    let read = try Read("id,day\n1,02/03/2026\n2,15/04/2026\n")
    #expect(read.said.contains("Nobody but you knows which number is the month"))
    #expect(read.csv.contains("1,02/03/2026"))
  }

  @Test func otherLettersBecomeLatinNames() throws {
    #expect(try Read("Возраст;Zażółć\n1;2\n2;3\n").csv.hasPrefix("vozrast,zazolc\n"))
  }

  @Test(arguments: [("", 1), ("\n\n", 1), ("a,b\n", 2)])
  func whatHasNoCasesIsRefused(text: String, line: Int) {
    let error = #expect(throws: DelimitedTextError.self) { try Read(text) }
    #expect(error?.line == line)
  }

  @Test func aBarBetweenValuesIsToldOf() throws {
    #expect(try Read("id|a\n1|2\n2|3\n").said.contains("There is one column, with '|' in it."))
  }
}
