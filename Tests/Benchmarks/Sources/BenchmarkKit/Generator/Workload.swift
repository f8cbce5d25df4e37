/// A Deployment with the names and labels that its ReplicaSet, Pods and Services share.
struct Workload {
  let index: Int
  let namespace: String
  let name: String
  /// What the Deployment's newest ReplicaSet is called after its name.
  let templateHash: String
  let version: String
  let product: String
  let team: String
  let deploymentUID: String
  let replicaSetUID: String

  init(_ index: Int, in shape: ClusterShape) {
    var random = SplitMix(seed: shape.seed, kind: "workload", index: index)
    self.index = index
    namespace = Self.namespace(index % shape.namespaces)
    name = "\(Self.pick(Self.names, &random))-\(index)"
    templateHash = random.digits(10)
    version = "2.\(Int.random(in: 0...30, using: &random)).\(Int.random(in: 0...9, using: &random))"
    product = Self.pick(Self.products, &random)
    team = Self.pick(Self.teams, &random)
    deploymentUID = random.uid()
    replicaSetUID = random.uid()
  }

  /// The name of the ReplicaSet.
  var replicaSetName: String { "\(name)-\(templateHash)" }
  /// The value of the label that tells one installation from another.
  var instance: String { "\(name)-production" }

  /// The name of a namespace.
  static func namespace(_ index: Int) -> String { "\(products[index % products.count])-team-\(index)" }

  private static func pick(_ words: [String], _ random: inout SplitMix) -> String {
    words[Int.random(in: 0..<words.count, using: &random)]
  }

  private static let names = [
    "cart", "checkout", "catalog", "payments-gateway", "search", "recommendations", "inventory", "shipping-rates",
    "notifications", "identity", "ledger", "web-frontend",
  ]
  private static let products = ["storefront", "marketplace", "logistics", "billing", "platform"]
  private static let teams = ["retail", "core-payments", "growth", "fulfilment", "site-reliability"]
}
