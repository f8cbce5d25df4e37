/// What is wrong with a document.
enum YAMLProblem: Sendable, Hashable {
  // Characters
  case utf16
  case notUTF8
  case controlCharacter(UInt32)
  case byteOrderMarkInside
  case reservedCharacter(UInt8)
  case tabForIndentation

  // Scalars
  case openQuote
  case unknownEscape
  case cutEscape(digits: Int)
  case noCharacter
  case blockHeader

  // Collections
  case missingColon
  case keyTooLong
  case colonInValue
  case dashInValue
  case keyIndicatorInValue
  case missingDash
  case missingKey
  case missingValue
  case missingComma
  case openCollection

  // Documents
  case somethingBehind
  case missingDocumentStart
  case malformedDirective
  case repeatedDirective
  case yamlVersion

  // Properties
  case anchorName
  case malformedTag
  case unknownTagHandle
  case repeatedProperty
  case unknownAnchor
  case aliasInItself
  case tagMismatch(YAMLTag)

  // Keys
  case collectionAsKey
  case nullAsKey
  case keyTooGreat
  case mergeOfNoMapping

  // What is not read
  case notInJSON
  case tooDeep
  case tooLarge
  case expandsTooMuch
  case anchor
  case alias
  case tag
  case mergeKey
  case directive
}
