package handgrad.input.userclass;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Finds calls of {@link Runtime#halt}: it ends the program with any exit code, and nothing in the program can notice. Other ways to end
 * it are noticed while it ends ({@link Ending}).
 */
final class Halts extends TreePathScanner<Void, CompilationUnitTree> implements TaskListener {
    private final Trees trees;
    private final List<String> places = new ArrayList<>();

    /** Listens to a compilation. */
    Halts(JavacTask task) {
        this.trees = Trees.instance(task);
        task.addTaskListener(this);
    }

    /** {@code Mine.java, line 12}, in the order of the source. */
    List<String> places() {
        return List.copyOf(places);
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE) {
            scan(trees.getPath(event.getTypeElement()), event.getCompilationUnit());
        }
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, CompilationUnitTree unit) {
        look(unit);
        return super.visitMemberSelect(tree, unit);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, CompilationUnitTree unit) {
        look(unit);
        return super.visitMemberReference(tree, unit);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, CompilationUnitTree unit) {
        look(unit);
        return super.visitIdentifier(tree, unit);
    }

    private void look(CompilationUnitTree unit) {
        Element element = trees.getElement(getCurrentPath());
        if (element != null
                && element.getSimpleName().contentEquals("halt")
                && element.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals(Runtime.class.getName())) {
            long start = trees.getSourcePositions()
                    .getStartPosition(unit, getCurrentPath().getLeaf());
            String file = unit.getSourceFile().getName();
            places.add("%s, line %d"
                    .formatted(
                            file.substring(file.lastIndexOf('/') + 1),
                            unit.getLineMap().getLineNumber(start)));
        }
    }
}
