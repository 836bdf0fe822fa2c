package handgrad.judge.right;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Right gradients pass, whoever made them: programs in plain loops that share no code with the judge, in three forms of each
 * function, three orders of summation, in double and in single precision, at kinks, saturated, with large inputs. One entry that is
 * off by a millionth of its layer's largest does not, wherever such programs agree to a billionth.
 *
 * <p>With {@code -Dproblems=1100} there are more than 5,000 right gradients.
 */
class RightGradientsTest {
    @Tag("slow")
    @Test
    void rightGradientsPassAndAMillionthInOneEntryDoesNot() {
        var campaign = new Campaign();
        LongStream.range(0, Long.getLong("problems", 80)).forEach(campaign::run);
        System.setProperty(
                "right.gradients",
                "%d right, %d called wrong; %d planted, %d missed"
                        .formatted(
                                campaign.right, campaign.calledWrong.size(), campaign.planted, campaign.missed.size()));
        assertThat(campaign.right).isGreaterThan(300);
        assertThat(campaign.planted).isGreaterThan(100);
        assertThat(campaign.calledWrong).isEmpty();
        assertThat(campaign.missed).isEmpty();
    }
}
