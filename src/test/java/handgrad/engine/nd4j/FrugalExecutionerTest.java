package handgrad.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Threads;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.shape.TadPack;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/** What is described, computed and left behind, against ND4J's own executioner. */
class FrugalExecutionerTest {
    /** An executioner needs ND4J to be loaded. */
    @BeforeAll
    static void load() {
        Threads.use(1);
    }

    private final FrugalExecutioner frugal = new FrugalExecutioner();
    private final NativeOpExecutioner own = new NativeOpExecutioner();

    /** Of several orders and strides: as made, transposed, and a part of a larger one. */
    private static List<INDArray> arrays() {
        INDArray c = Nd4j.createFromArray(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}});
        INDArray f = c.dup('f');
        return List.of(
                c, f, c.transpose(), f.transpose(), c.getColumns(1, 3), f.getRow(1, true), c.castTo(DataType.FLOAT));
    }

    @Test
    void rowsAndColumnsAreThoseOfNd4j() {
        for (INDArray array : arrays()) {
            for (int[] along : new int[][] {{0}, {1}, {0, 1}}) {
                TadPack expected = own.tadShapeInfoAndOffsets(array, along);
                for (String time : List.of("first", "second")) {
                    TadPack found = frugal.tadShapeInfoAndOffsets(array, along);
                    assertThat(found.getTadShapeInfo().asLong())
                            .as(time)
                            .containsExactly(expected.getTadShapeInfo().asLong());
                    assertThat(found.getTadOffsets().asLong())
                            .as(time)
                            .containsExactly(expected.getTadOffsets().asLong());
                }
            }
        }
    }

    @Test
    void rowsAndColumnsAreDescribedOnceAShape() {
        INDArray array = Nd4j.zeros(DataType.DOUBLE, 3, 4);
        int[] along = {0};
        TadPack rows = frugal.tadShapeInfoAndOffsets(array, along);
        assertThat(frugal.tadShapeInfoAndOffsets(Nd4j.ones(DataType.DOUBLE, 3, 4), new int[] {0}))
                .isSameAs(rows);
        along[0] = 1;
        assertThat(frugal.tadShapeInfoAndOffsets(array, along))
                .as("the caller's array names another dimension now")
                .isNotSameAs(rows);
        assertThat(frugal.tadShapeInfoAndOffsets(array, new int[] {0})).isSameAs(rows);
    }

    @Test
    void productsAreThoseOfNd4j() {
        for (INDArray a : arrays()) {
            INDArray b = a.transpose();
            INDArray product = frugal.exec(new Mmul(a, b, null, null))[0];
            assertThat(product.data().asDouble())
                    .containsExactly(
                            own.exec(new Mmul(a, b, null, null))[0].data().asDouble());
        }
    }

    /** ND4J closes its contexts. Had closing freed nothing, these would take about 40 MB. */
    @Test
    void contextsLeaveNothingBehind() {
        INDArray a = Nd4j.ones(DataType.DOUBLE, 2, 2);
        INDArray z = Nd4j.ones(DataType.DOUBLE, 2, 2);
        long before = 0;
        for (int i = 0; i < 60_000; i++) {
            if (i == 10_000) {
                before = Pointer.physicalBytes();
            }
            try (var context = (ClosingContext) frugal.buildContext()) {
                context.setInputArray(0, a);
                context.setOutputArray(0, z);
            }
        }
        assertThat(Pointer.physicalBytes() - before).isLessThan(20_000_000);
    }

    /** The second time there is nothing left to free; freeing it again would end the process. */
    @Test
    void closingTwiceIsClosing() {
        var context = new ClosingContext();
        context.close();
        context.close();
        assertThat(frugal.exec(new Mmul(arrays().get(0), arrays().get(2), null, null)))
                .hasSize(1);
    }
}
