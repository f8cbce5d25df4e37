/// What is to be said of suppressions, and of values without quotes.
enum SuppressionRows {
  private static func namespace(_ annotations: String) -> Manifests {
    """
    {apiVersion: v1, kind: Namespace, metadata: {name: demo, labels: {kuma.io/sidecar-injections: enabled}, annotations: {\(annotations)}}}
    """
  }

  private static let field = "Namespace demo metadata.annotations[\"meshmap/ignore\"]"

  static let rows: [FindingRow] = [
    FindingRow(
      "unknown-suppression", "a code that is mistyped", namespace("meshmap/ignore: key-mistypd"), at: [field],
      saying: ["\"key-mistypd\" is no code of a finding; key-mistyped is."]),
    FindingRow("unknown-suppression", "a code", namespace("meshmap/ignore: key-mistyped"), at: []),
    FindingRow("unknown-suppression", "no code at all", namespace("meshmap/ignore: '# why'"), at: []),
    FindingRow("unknown-suppression", "another annotation", namespace("meshmap/ignored: key-mistypd"), at: []),
    FindingRow(
      "unused-suppression", "nothing of the code is found there", namespace("meshmap/ignore: 'key-mistyped, key-misplaced'"),
      at: [field], saying: ["key-misplaced is suppressed here and not found"]),
    FindingRow("unused-suppression", "what is found there", namespace("meshmap/ignore: 'key-mistyped # so'"), at: []),
    FindingRow("unused-suppression", "what is no code is told as that", namespace("meshmap/ignore: key-mistypd"), at: []),
  ]

  private static func label(_ value: String) -> Manifests {
    "{apiVersion: v1, kind: Namespace, metadata: {name: demo, labels: {kuma.io/sidecar-injection: \(value)}}}"
  }

  /// Of objects that cannot be read.
  static let ofUnreadable: [FindingRow] = [
    FindingRow(
      "value-not-quoted", "a label that is a boolean", label("true"),
      at: ["Namespace demo metadata.labels[\"kuma.io/sidecar-injection\"]"], saying: ["quote it: \"true\""]),
    FindingRow(
      "value-not-quoted", "an annotation that is a number",
      "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo, annotations: {kuma.io/ignore: 1}}}",
      at: ["Service demo/web metadata.annotations[\"kuma.io/ignore\"]"], saying: ["quote it: \"1\""]),
    FindingRow("value-not-quoted", "a label in quotes", label("'true'"), at: []),
    FindingRow("value-not-quoted", "a label that is a word", label("enabled"), at: []),
    FindingRow(
      "value-not-quoted", "a list that is none",
      "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo}, spec: {ports: 80}}", at: []),
  ]
}
