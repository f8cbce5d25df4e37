/// What is to be said of ports.
enum PortRows {
  static let rows: [FindingRow] = [
    FindingRow(
      "unresolved-target-port", "the name of no container port", under: "2.9.4",
      .inMesh(
        """
        {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo},
         spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}}
        ---
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
         spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}},
          spec: {containers: [{name: app, ports: [{name: web, containerPort: 8080}]}]}}}}
        """),
      at: ["Service demo/web spec.ports[0].targetPort"], saying: ["\"http\""]
    ),
    FindingRow(
      "unresolved-target-port", "the name of a container port",
      .inMesh(
        """
        {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo},
         spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}}
        ---
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
         spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}},
          spec: {containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]}}}}
        """),
      at: []
    ),
  ]
}
