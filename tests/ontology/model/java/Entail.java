import java.io.File;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.reasoner.InferenceType;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/**
 * Prints what HermiT entails of the named individuals of one ontology (a RDF/XML file): a line each of subject,
 * property and object, parted by tabs; "a" stands for the type.
 */
public final class Entail {
    public static void main(String[] arguments) throws Exception {
        OWLOntology ontology =
                OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(new File(arguments[0]));
        OWLReasoner reasoner = new Reasoner.ReasonerFactory().createReasoner(ontology);
        if (!reasoner.isConsistent()) {
            throw new IllegalStateException("the sample is inconsistent");
        }
        reasoner.precomputeInferences(InferenceType.CLASS_ASSERTIONS, InferenceType.OBJECT_PROPERTY_ASSERTIONS);
        for (OWLNamedIndividual thing : ontology.getIndividualsInSignature()) {
            for (OWLClass type : reasoner.getTypes(thing, false).getFlattened()) {
                say(thing.getIRI(), "a", type.getIRI());
            }
            for (OWLObjectProperty property : ontology.getObjectPropertiesInSignature()) {
                for (OWLNamedIndividual other : reasoner.getObjectPropertyValues(thing, property).getFlattened()) {
                    say(thing.getIRI(), property.getIRI(), other.getIRI());
                }
            }
        }
        reasoner.dispose();
    }

    private static void say(Object subject, Object property, Object value) {
        System.out.println(subject + "\t" + property + "\t" + value);
    }
}
