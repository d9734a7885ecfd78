import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.util.SimpleIRIMapper;

/**
 * Judges an ontology with the OWL API and HermiT: counts, OWL 2 DL profile, consistency, satisfiability.
 *
 * <p>Arguments: a list of files (a line each: ontology IRI, tab, RDF/XML file) and the IRI to load. Imports
 * resolve to the listed files and nowhere else. Prints lines of a key, a tab and a value.
 */
public final class Judge {
    public static void main(String[] arguments) throws Exception {
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        manager.setSilentMissingImportsHandling(false);
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        for (String line : lines) {
            String[] parts = line.split("\t");
            manager.addIRIMapper(new SimpleIRIMapper(IRI.create(parts[0]), IRI.create(new File(parts[1]))));
        }
        OWLOntology ontology = manager.loadOntology(IRI.create(arguments[1]));
        say("ontologies", ontology.getImportsClosure().size());
        say("classes", ontology.getClassesInSignature(true).size());
        say("individuals", ontology.getIndividualsInSignature(true).size());
        for (OWLProfileViolation violation : new OWL2DLProfile().checkOntology(ontology).getViolations()) {
            say("violation", violation);
        }
        reason(ontology);
    }

    private static void reason(OWLOntology ontology) {
        OWLReasoner reasoner = new Reasoner.ReasonerFactory().createReasoner(ontology);
        boolean consistent = reasoner.isConsistent();
        say("consistent", consistent);
        if (consistent) {
            for (OWLClass empty : reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()) {
                say("unsatisfiable", empty.getIRI());
            }
        }
        reasoner.dispose();
    }

    private static void say(String key, Object value) {
        System.out.println(key + "\t" + value.toString().replaceAll("\\s+", " "));
    }
}
