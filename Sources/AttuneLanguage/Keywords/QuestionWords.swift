// The words of the blocks that people who answer will meet.

let instrumentWords = [
  detail("version", "version: 0.3.0", "Numbers the questionnaire; it goes up when words change."),
  detail(
    "status", "status: draft, unvalidated",
    "Says how far it has been tested; printed on every page and table."),
  detail("language", "language: en-GB", "Says which language it is written in."),
  detail("author", "author: The Being Met co-research group", "Says who wrote it."),
  detail("licence", "licence: CC BY 4.0", "Says what other people may do with it."),
  detail(
    "reviewed by", "reviewed by: The Leeds lived experience panel, May 2026",
    "Names the people with lived experience who reviewed it."),
  detail(
    "answer", "answer: agreement",
    "Says how items are answered where neither they nor their section say so."),
  detail(
    "offer", "offer: prefer not to say",
    "Says which reasons for not answering are offered, unless a section or item says otherwise."),
  detail(
    "role question", "role question: Which questions would you like?",
    "Asks people which role is theirs."),
  detail(
    "both roles", "both roles: Both are true",
    "Lets people say that both roles are theirs."),
  detail(
    "both roles question", "both roles question: Which would you like to answer today?",
    "Asks people with both roles from which side they would like to answer today."),
]

let passageWords = [
  detail("only for", "only for: worker", "Shows this text to one role alone.")
]

let consentWords = [
  detail(
    "must agree", "must agree taking_part: I want to take part.",
    "Asks for a yes that taking part depends on."),
  detail(
    "may agree", "may agree quotes: You may use my words, without my name.",
    "Asks for a yes that people are free to leave out."),
]

let supportWords = [
  detail(
    "contact", "contact: Samaritans, call 116 123, free, day or night",
    "Names one place to turn to."),
  detail(
    "contact when", "contact when nation is scotland: Breathing Space, call 0800 83 85 87",
    "Names a place to turn to, unless an answer shows that it is not for this person."),
]

let scaleWords = [
  detail("=", "1 = Strongly disagree", "Gives one answer its number and its words.")
]

let sectionWords = [
  detail(
    "place", "place: before information",
    "Moves the section out of the order of the file."),
  detail(
    "ask first", "ask first: The next part is about hospital. Would you like to see it?",
    "Asks whether people want this section; a no is kept as \"not chosen\"."),
  detail(
    "content note", "content note: These questions are about times you may not have felt safe.",
    "Tells people what is coming, and lets them skip it, before a hard section."),
  detail(
    "content note for", "content note for: safe, hurt",
    "Names the items that the content note is about, for people who are not shown them all."),
  detail("check in", "check in: yes", "Asks after the section how people would like to go on."),
  detail(
    "stem", "stem: Did this service help you with these parts of life?",
    "Stands over each item of the section."),
  detail(
    "answer", "answer: agreement", "Says how the section's items are answered unless they say so."),
  detail(
    "offer", "offer: nothing",
    "Says which reasons for not answering stand beside the answers of the section."),
  detail(
    "order", "order: shuffled", "Says whether everyone meets the items in the same order."),
  detail(
    "keep in place", "keep in place: overall",
    "Names items that stay where they are when the rest are shuffled."),
  detail("keep", "keep: own copy", "Says what becomes of the section's answers."),
]

let itemWords = [
  detail(
    "content note", "content note: This one is about loss.",
    "Stands above the item as one line, so that people can skip it."),
  detail(
    "ask", "ask worker: I listen to what matters to this person.",
    "Gives the words of the item, or those that one role reads."),
  detail("=", "north = North team", "Gives one answer its name in the data and its words."),
  detail(
    "write in", "write in: other", "Names the choice that lets people say more in their own words."),
  detail("left", "left: Not at all", "Says what the lowest number of a slider means."),
  detail("right", "right: Completely", "Says what the highest number of a slider means."),
  detail("unit", "unit: minutes", "Says what is being counted."),
  detail(
    "ask again if", "ask again if: above 40",
    "Asks once more when a number looks like a slip of the finger, then takes it as it is."),
  detail(
    "ask again", "ask again: That is more than one a day. Is it right?",
    "Gives the words for asking once more."),
  detail(
    "why we ask", "why we ask: Your own words tell us what our questions miss.",
    "Says why the question is there, to those who type \"why\"."),
  detail(
    "help", "help: Count visits, calls and video calls.",
    "Says what the question means, to those who type \"why\"."),
]
