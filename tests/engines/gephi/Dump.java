import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.TimeRepresentation;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.importer.plugin.file.spreadsheet.process.SpreadsheetGeneralConfiguration.Mode;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Opens a network in the Gephi Toolkit as the Gephi window does and prints what is there as JSON.
 *  Arguments: merge|keep, then one GEXF or GraphML file, or nodes.csv and edges.csv; then perhaps "--" and the next. */
public class Dump {
    private static final StringBuilder out = new StringBuilder();

    public static void main(String[] args) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        out.append("[");
        for (String group : String.join("\n", args).split("\n--\n")) {
            projects.openWorkspace(projects.newWorkspace(projects.getCurrentProject()));
            out.append(out.length() > 1 ? ",\n" : "");
            group(group.split("\n"), projects.getCurrentWorkspace());
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(out.append("]"));
        System.exit(0);
    }

    private static void group(String[] args, Workspace workspace) throws Exception {
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);
        List<String> issues = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            Container container = open(imports, new File(args[i]), i == 1 ? Mode.NODES_TABLE : Mode.EDGES_TABLE);
            container.getLoader().setAutoScale(false);
            if (args[0].equals("keep")) container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
            imports.process(container, new AppendProcessor(), workspace);
            container.getReport().getIssues(1000).forEachRemaining(issue -> {
                if (issue.getLevel() != Issue.Level.INFO) issues.add(issue.getLevel() + ": " + issue.getMessage());
            });
        }
        print(Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace), issues);
    }

    private static Container open(ImportController imports, File file, Mode table) throws Exception {
        if (!file.getName().endsWith(".csv")) return imports.importFile(file);
        ImporterSpreadsheetCSV importer = new ImporterSpreadsheetCSV();
        importer.setFile(file);
        importer.refreshAutoDetections();
        // What a person chooses in the wizard: days stay text, for Gephi guesses sets of timestamps.
        for (String column : importer.getColumnsClasses().keySet()) {
            importer.setColumnClass(column, column.equalsIgnoreCase("weight") ? Double.class : String.class);
        }
        importer.setTimeRepresentation(TimeRepresentation.INTERVAL);
        importer.setMode(table);
        return imports.importFile(file, importer);
    }

    private static void print(GraphModel model, List<String> issues) {
        out.append("{\"begin\":").append(day(model, model.getTimeBounds().getLow()));
        out.append(",\"end\":").append(day(model, model.getTimeBounds().getHigh()));
        out.append(",\"timeFormat\":").append(text(model.getTimeFormat().toString()));
        out.append(",\"issues\":[");
        for (int i = 0; i < issues.size(); i++) out.append(i > 0 ? "," : "").append(text(issues.get(i)));
        out.append("],\"nodes\":[");
        String comma = "";
        for (Node node : model.getGraph().getNodes()) {
            out.append(comma).append("{");
            element(model, node, model.getNodeTable());
            out.append(",\"look\":[").append(text(String.format("#%06X", node.getRGBA() & 0xFFFFFF))).append(",")
               .append(node.size()).append(",").append(node.x()).append(",").append(node.y()).append("]}");
            comma = ",\n";
        }
        out.append("],\"edges\":[");
        comma = "";
        for (Edge edge : model.getGraph().getEdges()) {
            out.append(comma).append("{\"source\":").append(text(edge.getSource().getId().toString()));
            out.append(",\"target\":").append(text(edge.getTarget().getId().toString()));
            out.append(",\"kind\":").append(text(edge.getTypeLabel())).append(",\"weight\":").append(edge.getWeight());
            out.append(",\"directed\":").append(edge.isDirected()).append(",");
            element(model, edge, model.getEdgeTable());
            out.append("}");
            comma = ",\n";
        }
        out.append("]}");
    }

    private static void element(GraphModel model, Element element, Table table) {
        out.append("\"id\":").append(text(element.getId())).append(",\"label\":").append(text(element.getLabel()));
        out.append(",\"spells\":[");
        Interval[] intervals = element.getIntervals();
        for (int i = 0; intervals != null && i < intervals.length; i++) {
            out.append(i > 0 ? ",[" : "[").append(day(model, intervals[i].getLow())).append(",")
               .append(day(model, intervals[i].getHigh())).append("]");
        }
        out.append("],\"values\":{");
        String comma = "";
        for (Column column : table) {
            Object value = column.isProperty() ? null : element.getAttribute(column);
            if (value != null) {
                out.append(comma).append(text(column.getTitle())).append(":");
                out.append(value instanceof Number ? value.toString() : text(value));
                comma = ",";
            }
        }
        out.append("}");
    }

    /** A day as ISO text; null where the time is open. */
    private static String day(GraphModel model, double time) {
        if (Double.isInfinite(time) || Double.isNaN(time)) return "null";
        return text(java.time.Instant.ofEpochMilli((long) time).atZone(java.time.ZoneOffset.UTC).toLocalDate());
    }

    private static String text(Object value) {
        if (value == null) return "null";
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            if (c < 32 || c == '"' || c == '\\' || Character.isSurrogate(c)) quoted.append(String.format("\\u%04x", (int) c));
            else quoted.append(c);
        }
        return quoted.append("\"").toString();
    }
}
